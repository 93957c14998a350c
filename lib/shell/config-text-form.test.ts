import { describe, expect, test } from 'vitest';
import { importedText } from './config-text-form';

const formOf = (bytes: readonly number[] | string, text = '') => {
  const form = new FormData();
  form.set('name', 'requirements');
  form.set('version', '3');
  form.set('text', text);
  const content = typeof bytes === 'string' ? bytes : Uint8Array.from(bytes);
  form.set('file', new File([content], 'requirements.toml'));
  return form;
};

describe('importedText', () => {
  test('takes the file before what was pasted, without a byte order mark', async () => {
    const form = formOf('\ufeffa = 1\n', 'b = 2\n');
    expect(await importedText(form)).toEqual({ name: 'requirements', text: 'a = 1\n', version: 3 });
    expect(form.get('text')).toBe('a = 1\n');
  });
  test('takes what was pasted where no file was chosen', async () => {
    expect(await importedText(formOf('', 'b = 2\n'))).toMatchObject({ text: 'b = 2\n' });
    expect((await importedText(formOf(''))).text).toBeUndefined();
  });
  test('hands on bytes that are no text, and what was pasted stays', async () => {
    const form = formOf([0x61, 0xfc], 'b = 2\n');
    expect(await importedText(form)).toMatchObject({ text: Uint8Array.of(0x61, 0xfc) });
    expect(form.get('text')).toBe('b = 2\n');
    expect(form.get('file')).toBeNull();
  });
});
