import { describe, expect, test } from 'vitest';
import { keyAt, tableAt } from './toml-places';

const text = 'model = "x"\n\n[otel] # ours\nexporter = "none"\n\n[[hooks.PreToolUse]]\nmatcher = "a"\n';
const at = (words: string) => text.indexOf(words) + 1;

describe('a place in a TOML text', () => {
  test('stands in the table whose header is the last above it', () => {
    expect(tableAt(text, at('model'))).toBe('');
    expect(tableAt(text, at('exporter'))).toBe('otel.');
    expect(tableAt(text, at('matcher'))).toBe('hooks.PreToolUse.');
  });
  test('names the key that is written there, whole', () => {
    expect(keyAt(text, at('exporter'))).toMatchObject({ key: 'otel.exporter' });
    expect(keyAt(text, at('[otel]'))).toMatchObject({ key: 'otel' });
    expect(keyAt(text, at('model'))).toEqual({ key: 'model', from: 0, to: 5 });
  });
  test('names no key in a value or an empty line', () => {
    expect(keyAt(text, at('"none"'))).toBeNull();
    expect(keyAt(text, text.indexOf('\n\n') + 1)).toBeNull();
  });
});
