/** A text as one word of a POSIX shell, whatever is in it. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const perChunk = 0x2000;

/** The UTF-8 bytes of a text in base64, on one line and with padding. */
export function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += perChunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + perChunk));
  }
  return btoa(binary);
}

/** A text cut into lines of up to `width` letters. */
export const wrapped = (text: string, width = 76): string =>
  Array.from({ length: Math.ceil(text.length / width) }, (_, line) =>
    text.slice(line * width, (line + 1) * width),
  ).join('\n');

/** A text as XML character data or in an attribute. What XML 1.0 cannot hold at all becomes U+FFFD. */
export function xmlText(text: string): string {
  const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (sign) => named[sign] ?? sign);
}

/** A text in one line of Markdown, read as it is written. */
export const markdownText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (sign) => `\\${sign}`);
