import { describe, expect, test } from 'vitest';
import { BrokenForm, FormTooLarge, openForm } from './multipart';

const boundary = 'x-x';
const part = (name: string, body: string, filename?: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n${body}\r\n`;
const end = `--${boundary}--\r\n`;

/** A request whose body arrives in pieces of `size`, and breaks off after `until` bytes where said. */
function requestOf(text: string, { size = 5, until = Infinity } = {}) {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= until) return controller.error(new Error('gone'));
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
  // `duplex` is not in the DOM's types, but a stream as a body needs it.
  const options: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
  return { request: new Request('http://localhost/', options), sent: () => at };
}

async function readAll(form: Awaited<ReturnType<typeof openForm>>) {
  const found: string[] = [];
  for await (const { field, name, bytes } of form.files) {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece);
    found.push(`${field}|${name}|${Buffer.concat(pieces).toString()}`);
  }
  return found;
}

describe('a form that arrives', () => {
  const big = 'x'.repeat(300_000);
  const text =
    part('mode', 'replace') +
    part('people', 'a,b\n', 'p.csv') +
    part('none', '', '') +
    part('groups', big, 'g.csv') +
    end;

  test.each([7, 1000, 100_000])('gives its fields and files in pieces of %s bytes', async (size) => {
    const form = await openForm(requestOf(text, { size }).request, 1e6);

    expect(form.fields).toEqual({ mode: 'replace' });
    expect(await readAll(form)).toEqual(['people|p.csv|a,b\n', `groups|g.csv|${big}`]);
  });

  test('is read to its end where somebody stops in the middle', async () => {
    const { request, sent } = requestOf(text, { size: 1000 });
    const form = await openForm(request, 1e6);

    for await (const { bytes } of form.files) {
      for await (const piece of bytes) if (piece.length > 0) break;
      break;
    }

    expect(sent()).toBeGreaterThan(text.length - 1);
  });

  test('is refused above its size', async () => {
    const form = await openForm(requestOf(text, { size: 1000 }).request, 100_000);

    await expect(readAll(form)).rejects.toThrow(FormTooLarge);
  });

  test.each([10, 150, 250, 5000])('that breaks off after %s bytes is told', async (until) => {
    const reading = openForm(requestOf(text, { size: 10, until }).request, 1e6).then(readAll);

    await expect(reading).rejects.toThrow(BrokenForm);
  });

  test('without files has none; without a boundary is none', async () => {
    expect(await readAll(await openForm(requestOf(part('mode', 'merge') + end).request, 1e6))).toEqual([]);
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    await expect(openForm(request, 1e6)).rejects.toThrow(BrokenForm);
  });
});
