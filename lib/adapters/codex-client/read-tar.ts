/** One entry of a tar archive; `bytes` is read before the next entry, or passed over. */
export type TarEntry = { name: string; isFile: boolean; size: number; bytes: AsyncIterable<Uint8Array> };

const blockBytes = 512;

/** Gives pieces of a stream in the sizes asked for. */
class Pieces {
  private held: Buffer = Buffer.alloc(0);
  private taken = 0;
  private readonly source: AsyncIterator<Buffer>;

  constructor(
    bytes: AsyncIterable<Buffer>,
    private readonly most: number,
  ) {
    this.source = bytes[Symbol.asyncIterator]();
  }

  /** At least one byte and at most `most`; null at the end. */
  async some(most: number): Promise<Buffer | null> {
    if (this.held.length === 0) {
      const next = await this.source.next();
      if (next.done) return null;
      this.taken += next.value.length;
      if (this.taken > this.most) throw new Error('it is larger than any package of the client');
      this.held = next.value;
    }
    const piece = this.held.subarray(0, most);
    this.held = this.held.subarray(piece.length);
    return piece;
  }

  /** Exactly `size` bytes; null at the end. */
  async whole(size: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    for (let left = size; left > 0;) {
      const piece = await this.some(left);
      if (!piece) return null;
      parts.push(piece);
      left -= piece.length;
    }
    return Buffer.concat(parts);
  }
}

/**
 * The entries of a tar archive in their order, a piece at a time: plain headers, as npm writes them. Throws where it is
 * no tar, is cut off, or holds more than `most` bytes.
 */
export async function* readTar(bytes: AsyncIterable<Buffer>, most: number): AsyncGenerator<TarEntry> {
  const pieces = new Pieces(bytes, most);
  for (;;) {
    const header = await pieces.whole(blockBytes);
    if (!header || header.every((byte) => byte === 0)) return;
    const { name, size, isFile } = readHeader(header);
    let left = size;
    async function* content(): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        const piece = await pieces.some(left);
        if (!piece) throw new Error('it is cut off');
        left -= piece.length;
        yield piece;
      }
    }
    yield { name, size, isFile, bytes: content() };
    while (left > 0) if ((await content().next()).done) break;
    await pieces.whole((blockBytes - (size % blockBytes)) % blockBytes);
  }
}

function readHeader(header: Buffer) {
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '');
  const magic = text(257, 262);
  const size = Number.parseInt(text(124, 136).trim(), 8);
  if (magic !== 'ustar' || !Number.isSafeInteger(size) || size < 0) throw new Error('it is no tar archive');
  const prefix = text(345, 500);
  const kind = text(156, 157);
  return {
    name: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    size,
    isFile: kind === '0' || kind === '',
  };
}
