import { describe, expect, test } from 'vitest';
import { endingOf, fileKindOf, isJson } from './file-kind';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('what bytes are', () => {
  test.each([
    ['png', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['jpeg', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['gif', bytes('GIF89a\x01\0')],
    ['webp', bytes('RIFF\x24\0\0\0WEBPVP8 ')],
    ['pdf', bytes('%PDF-1.7\n%\xe2\xe3')],
    ['zip', bytes('PK\x03\x04\x14\0\0\0notes.txt')],
    ['docx', bytes('PK\x03\x04\x14\0[Content_Types].xml\0word/document.xml')],
    ['xlsx', bytes('PK\x03\x04\x14\0[Content_Types].xml\0xl/workbook.xml')],
    ['text', utf8('a,b\n1,2\n')],
    ['text', utf8('\uFEFFGrüße, 日本語, עברית 🦊')],
    ['text', utf8('\u001b[32mok\u001b[0m 403 - Unauthorized')],
    ['text', utf8('{"a":"<script>"}')],
    ['text', utf8('<34>1 2026-11-18T10:40:00Z host app')],
  ])('%s is told', (kind, content) => {
    expect(fileKindOf(content)).toBe(kind);
  });

  test.each([
    ['a Windows program', bytes('MZ\x90\0\x03\0')],
    ['a Linux program', bytes('\x7fELF\x02\x01')],
    ['HTML', utf8('<!doctype html><script>alert(1)</script>')],
    ['HTML after blank lines', utf8('\uFEFF \n\n <HTML>')],
    ['SVG', utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['XML', utf8('<?xml version="1.0"?><x/>')],
    ['a RIFF that is no picture', bytes('RIFF\x24\0\0\0WAVEfmt ')],
    ['text with NUL', utf8('a\0b')],
    ['text in Latin-1', bytes('Gr\xfc\xdfe')],
    ['half a character', bytes('\xe2\x82')],
  ])('%s is refused', (_, content) => {
    expect(fileKindOf(content)).toBeNull();
  });

  test('a beginning that is cut short is not what it begins like', () => {
    expect(fileKindOf(bytes('\x89PN'))).toBeNull();
    expect(fileKindOf(bytes('GIF8'))).toBe('text');
  });
});

test.each([
  ['x.png', 'png'],
  ['x.tar.GZ', 'gz'],
  ['x', ''],
  ['.png', ''],
  ['x.', ''],
])('the ending of %s is "%s"', (name, ending) => {
  expect(endingOf(name)).toBe(ending);
});

test.each([
  ['{"a":1}', true],
  ['[', false],
  ['', false],
])('whether %s is JSON is told', (text, is) => {
  expect(isJson(utf8(text))).toBe(is);
});
