import 'server-only';
import { on } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { ArrivingFile } from '#lib/commands/imports/stage-file';

/** The caller went away in the middle, or what came is no form. */
export class BrokenForm extends Error {}

/** More came than is taken. */
export class FormTooLarge extends Error {}

/** A form as it arrives: the fields that stand before its first file, and its files one after another. */
export type ArrivingForm = { fields: Readonly<Record<string, string>>; files: AsyncIterable<ArrivingFile> };

const limits = { fields: 20, fieldSize: 1000, files: 20, parts: 40, headerPairs: 50 };

async function* counted(body: ReadableStream<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    size += value.byteLength;
    if (size > maxBytes) throw new FormTooLarge();
    yield value;
  }
}

type Arrived = { field: string; stream: BusboyFileStream; name: string | undefined };

async function* arrivalsOf(parser: BusboyInstance): AsyncGenerator<Arrived, undefined> {
  for await (const [field, stream, name] of on(parser, 'file', { close: ['finish'] })) {
    yield { field, stream, name };
  }
}

/**
 * Reads a multipart form without holding any of its files. Whoever stops in the middle of the files has the rest
 * read and thrown away, so that a browser hears the answer instead of a broken line.
 *
 * Throws `BrokenForm` and `FormTooLarge`, here and while files are read.
 */
export async function openForm(request: Request, maxBytes: number): Promise<ArrivingForm> {
  const parser = parserOf(request.headers.get('content-type') ?? '');
  const fields: Record<string, string> = {};
  parser.on('field', (name: string, value: string) => (fields[name] = value));
  const arriving = arrivalsOf(parser);
  const state: State = { streams: [], isOver: false };
  parser.on('file', (_field, stream) => {
    // A stream that nobody listens to any more must not bring the process down.
    stream.on('error', () => undefined);
    if (state.isOver) throwAway(stream);
    else state.streams.push(stream);
  });
  const sent = pipeline(Readable.from(counted(request.body ?? new ReadableStream(), maxBytes)), parser);
  sent.catch((thrown: unknown) => {
    for (const stream of state.streams) stream.destroy(meant(thrown));
  });

  const first = await arriving.next().catch((thrown: unknown) => Promise.reject(meant(thrown)));
  return { fields, files: filesOf(first, { arriving, sent, state }) };
}

function parserOf(type: string) {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits });
  } catch (thrown) {
    throw new BrokenForm('This is no form.', { cause: thrown });
  }
}

/** Every file that has begun to arrive, and whether anybody will read on. */
type State = { streams: BusboyFileStream[]; isOver: boolean };
type Source = { arriving: AsyncIterator<Arrived>; sent: Promise<void>; state: State };

const meant = (thrown: unknown): Error =>
  thrown instanceof FormTooLarge ? thrown : new BrokenForm('It did not arrive whole.', { cause: thrown });

async function* filesOf(first: IteratorResult<Arrived>, source: Source): AsyncGenerator<ArrivingFile> {
  const { arriving, sent, state } = source;
  try {
    for (let next = first; !next.done; next = await arriving.next()) {
      const { field, stream, name } = next.value;
      // A field for a file that nobody chose one for.
      if (name) yield { field, name, bytes: bytesOf(stream) };
      throwAway(stream);
    }
    await sent;
  } catch (thrown) {
    throw meant(thrown);
  } finally {
    state.isOver = true;
    for (const stream of state.streams) throwAway(stream);
    await sent.catch(() => undefined);
  }
}

// Somebody may have stopped reading it a moment ago; only then does it flow again.
const throwAway = (stream: BusboyFileStream) =>
  setImmediate(() => stream.on('data', () => undefined).resume());

async function* bytesOf(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
  try {
    yield* stream.iterator({ destroyOnReturn: false });
  } catch (thrown) {
    throw meant(thrown);
  }
}
