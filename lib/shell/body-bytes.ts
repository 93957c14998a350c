import 'server-only';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';

type Limits = {
  maxBytes: number;
  /** Said when there are more. */
  tooLarge: Result<never, DomainError>;
  /** How much more is read and thrown away, so that a browser hears the answer instead of a broken line. */
  drainBytes: number;
};

/** The caller went away in the middle, or what came cannot be read. */
export const brokenUpload = err({
  code: 'upload_broken',
  message: 'The file did not arrive whole. Send it again.',
});

/**
 * The bytes of a request's body, counted while they arrive, whatever the length header says.
 *
 * No more than `maxBytes` are ever held. `upload_broken` where the caller went away before the end.
 */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  limits: Limits,
): Promise<Result<Uint8Array, DomainError>> {
  if (!body) return ok(new Uint8Array());
  try {
    const bytes = await held(body.getReader(), limits);
    return bytes ? ok(bytes) : limits.tooLarge;
  } catch {
    return brokenUpload;
  }
}

async function held(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { maxBytes, drainBytes }: Limits,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return size > maxBytes ? null : Buffer.concat(chunks);
    size += value.byteLength;
    if (size <= maxBytes) chunks.push(value);
    else chunks.length = 0;
    if (size > maxBytes + drainBytes) {
      await reader.cancel();
      return null;
    }
  }
}
