/**
 * The text in the bytes of a file: UTF-8, whose byte order mark stays, or UTF-16 with one. Bytes that are neither
 * come back as they are, so that whoever takes texts refuses them: with a sign in place of each, the file would be
 * another than it was.
 */
export function decodedText(bytes: Uint8Array): string | Uint8Array {
  const [first, second] = bytes;
  const is16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = !is16 ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: !is16 }).decode(bytes);
  } catch {
    return bytes;
  }
}
