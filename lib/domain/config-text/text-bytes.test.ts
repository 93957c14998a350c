import { expect, test } from 'vitest';
import { decodedText } from './text-bytes';
import { writtenText } from './text-view';

test('UTF-8 is read, and its byte order mark stays', () => {
  expect(decodedText(new TextEncoder().encode('\ufeffa = "ü"\n'))).toBe('\ufeffa = "ü"\n');
  expect(decodedText(new Uint8Array())).toBe('');
});
test('UTF-16 with a byte order mark is read', () => {
  expect(decodedText(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x3d, 0))).toBe('a=');
  expect(decodedText(Uint8Array.of(0xfe, 0xff, 0, 0x61, 0, 0x3d))).toBe('a=');
});
test.each([
  ['Latin-1', [0x61, 0xfc]],
  ['half a sign', [0x61, 0xe2, 0x82]],
  ['half a pair of UTF-16', [0xff, 0xfe, 0x3d, 0xd8]],
])('%s is given back as bytes, which no text takes', (_, bytes) => {
  const read = decodedText(Uint8Array.from(bytes));
  expect(read).toEqual(Uint8Array.from(bytes));
  expect(writtenText.safeParse(read).error?.issues[0]?.message).toBe(
    'The file is neither UTF-8 nor UTF-16 with a byte order mark. Save it as UTF-8; nothing was changed.',
  );
});
