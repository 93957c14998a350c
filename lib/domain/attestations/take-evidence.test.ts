import { describe, expect, test } from 'vitest';
import { fileName, sha256Text } from './evidence';
import { maxEvidenceBytes } from './evidence-refusals';
import { checkEvidence, nextVersion, type ToldBytes } from './take-evidence';

const sha256 = 'a'.repeat(64);
const told = (change: Partial<ToldBytes> = {}): ToldBytes => ({
  size: 10,
  sha256,
  kind: 'text',
  isJson: false,
  ...change,
});

describe('checkEvidence', () => {
  test.each([
    ['shot.PNG', told({ kind: 'png' }), 'image/png'],
    ['photo.jpeg', told({ kind: 'jpeg' }), 'image/jpeg'],
    ['notes.md', told(), 'text/markdown'],
    ['app.log', told(), 'text/plain'],
    ['export.json', told({ isJson: true }), 'application/json'],
    ['pack.zip', told({ kind: 'zip' }), 'application/zip'],
    ['ten.txt', told({ size: maxEvidenceBytes }), 'text/plain'],
  ])('%s is kept under its own media type', (name, bytes, type) => {
    expect(checkEvidence(name, bytes, null)).toEqual({ ok: true, value: type });
  });

  test.each([
    ['empty_file', 'a.txt', told({ size: 0, kind: 'text' })],
    ['too_large', 'a.txt', told({ size: maxEvidenceBytes + 1 })],
    ['unsupported_file_type', 'x.png', told({ kind: null })],
    ['unsupported_file_type', 'x.js', told()],
    ['unsupported_file_type', 'x.html', told()],
    ['unsupported_file_type', 'x.jar', told({ kind: 'zip' })],
    ['name_does_not_fit', 'x.png', told()],
    ['name_does_not_fit', 'x.txt', told({ kind: 'png' })],
    ['name_does_not_fit', 'x.docx', told({ kind: 'zip' })],
    ['name_does_not_fit', 'x.json', told()],
    ['name_does_not_fit', 'png', told({ kind: 'png' })],
  ])('%s: %s', (code, name, bytes) => {
    expect(checkEvidence(name, bytes, null)).toMatchObject({ ok: false, error: { code } });
  });

  test('the hash the caller computed must be that of what arrived', () => {
    expect(checkEvidence('a.txt', told(), sha256).ok).toBe(true);
    expect(checkEvidence('a.txt', told(), 'b'.repeat(64))).toMatchObject({
      error: { code: 'hash_mismatch' },
    });
  });
});

describe('a file’s name', () => {
  test('is trimmed and brought into one Unicode form', () => {
    expect(fileName.parse('  Gru\u0308ße 2026.png ')).toBe('Grüße 2026.png');
  });

  test.each([
    ['nothing', ' '],
    ['a path', '../../x'],
    ['a Windows path', 'C:\\x.png'],
    ['a folder', '..'],
    ['NUL', 'a\0.png'],
    ['a line break', 'a\n.png'],
    ['characters that reorder text', 'a\u202Egnp.exe'],
    ['201 characters', `${'x'.repeat(197)}.png`],
  ])('is no %s', (_, name) => {
    expect(fileName.safeParse(name).success).toBe(false);
  });
});

test('a SHA-256 may be written in either case', () => {
  expect(sha256Text.parse('A'.repeat(64))).toBe(sha256);
  expect(sha256Text.safeParse('a'.repeat(63)).success).toBe(false);
});

test('the next version follows the highest', () => {
  expect(nextVersion([])).toBe(1);
  expect(nextVersion([{ version: 2 }, { version: 1 }])).toBe(3);
});
