import { describe, expect, test } from 'vitest';
import { readJsonObject, readTomlText } from './request-body';

const KiB = 1024;

const requestOf = (body: BodyInit | null, headers: Record<string, string> = {}) => {
  // `duplex` is not in the DOM's types, but a stream as a body needs it.
  const options: RequestInit & { duplex: 'half' } = {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    duplex: 'half',
  };
  return new Request('http://localhost/', options);
};
const codeOf = async (request: Request) => {
  const result = await readJsonObject(request);
  return result.ok ? 'ok' : result.error.code;
};
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('readJsonObject', () => {
  test('gives the object', async () => {
    expect(await readJsonObject(requestOf('{"wanted":true}'))).toEqual({ ok: true, value: { wanted: true } });
  });

  test('takes an empty body for an empty object', async () => {
    expect(await readJsonObject(requestOf(null))).toEqual({ ok: true, value: {} });
    expect(await readJsonObject(requestOf(''))).toEqual({ ok: true, value: {} });
  });

  test.each([
    ['text that is no JSON', '{"wanted":'],
    ['a list', '[1]'],
    ['a number', '1'],
    ['null', 'null'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['a hundred thousand brackets', '['.repeat(100_000)],
  ])('refuses %s', async (_, body) => {
    expect(await codeOf(requestOf(body))).toBe('invalid_json');
  });

  test('refuses nesting over 32 deep', async () => {
    expect(await codeOf(requestOf(nested(32)))).toBe('ok');
    expect(await codeOf(requestOf(nested(33)))).toBe('invalid_json');
    expect(await codeOf(requestOf(nested(20_000)))).toBe('invalid_json');
  });

  test.each(['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'refuses a body declared as "%s"',
    async (type) => {
      expect(await codeOf(requestOf('{}', { 'content-type': type }))).toBe('unsupported_media_type');
    },
  );

  test('takes a character set and a JSON of another name', async () => {
    expect(await codeOf(requestOf('{}', { 'content-type': 'application/json; charset=utf-8' }))).toBe('ok');
    expect(await codeOf(requestOf('{}', { 'content-type': 'application/merge-patch+json' }))).toBe('ok');
  });

  test('refuses over 256 KiB by the length that was announced', async () => {
    expect(await codeOf(requestOf('{}', { 'content-length': String(256 * KiB + 1) }))).toBe('too_large');
  });

  test('stops reading 20 MB without an announced length soon after 256 KiB', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent >= 20 * KiB * KiB) return controller.close();
        sent += 16 * KiB;
        controller.enqueue(new Uint8Array(16 * KiB).fill(0x20));
      },
    });

    expect(await codeOf(requestOf(body))).toBe('too_large');
    expect(sent).toBeLessThan(400 * KiB);
  });

  test('a character split over two pieces stays whole', async () => {
    const bytes = new TextEncoder().encode('{"name":"🚀"}');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, 11));
        controller.enqueue(bytes.slice(11));
        controller.close();
      },
    });

    expect(await readJsonObject(requestOf(body))).toEqual({ ok: true, value: { name: '🚀' } });
  });
});

describe('readTomlText', () => {
  const sent = (body: BodyInit | null, type = 'application/toml') =>
    readTomlText(requestOf(body, { 'content-type': type }));

  test.each(['application/toml', 'text/plain; charset=utf-8', 'text/x-toml'])('takes %s', async (type) => {
    expect(await sent('a = 1', type)).toEqual({ ok: true, value: 'a = 1' });
  });

  test('takes an empty body, and keeps a byte order mark', async () => {
    expect(await sent(null)).toEqual({ ok: true, value: '' });
    expect(await sent('\ufeffa = 1')).toEqual({ ok: true, value: '\ufeffa = 1' });
  });

  test('gives bytes that are no UTF-8 as U+FFFD', async () => {
    expect(await sent(new Uint8Array([0x61, 0xff]))).toEqual({ ok: true, value: 'a\ufffd' });
  });

  test('refuses another type, and more than 256 KiB', async () => {
    const codeBy = async (body: BodyInit, type: string) => {
      const result = await sent(body, type);
      return result.ok ? 'ok' : result.error.code;
    };

    expect(await codeBy('a = 1', 'application/json')).toBe('unsupported_media_type');
    expect(await codeBy('#'.repeat(256 * KiB), 'application/toml')).toBe('ok');
    expect(await codeBy('#'.repeat(256 * KiB + 1), 'application/toml')).toBe('too_large');
  });
});
