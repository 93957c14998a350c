import { describe, expect, test, vi } from 'vitest';
import {
  byPress,
  formBoolean,
  formInteger,
  formJson,
  formNumber,
  formOptional,
  typedText,
} from './server-action';

// Both need a running page; nothing of theirs is under test here.
vi.mock('next/navigation', () => ({ unstable_rethrow: () => undefined }));
vi.mock('./context', () => ({ requireContext: () => undefined }));

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe('form fields', () => {
  test('a number stays what was typed until it is one', () => {
    expect(formInteger('3')).toBe(3);
    expect(formInteger('three')).toBeNaN();
    expect(formInteger('')).toBe('');
    expect(formInteger(null)).toBeNull();
  });

  test.each([
    ['1250', 1250],
    ['-3', -3],
    ['−3', -3],
    ['62.5', 62.5],
    ['1,250', 1250],
    ['1 250 000.5', 1250000.5],
    ['1\u202f250', 1250],
    ['1’250', 1250],
    ['−12,345,678', -12345678],
  ])('%j is the number %d', (written, number) => {
    expect(formNumber(written)).toBe(number);
  });

  test.each([
    '0,125',
    '1,25',
    '12,3456',
    '1250,500',
    '1,250 000',
    '1.250,5',
    '1,250,5',
    '1 2',
    ',125',
    'many',
  ])('%j is no number that is read in one way alone', (written) => {
    expect(formNumber(written)).toBeNaN();
  });

  test('a number left empty stays empty', () => {
    expect([formNumber(' '), formNumber(null)]).toEqual([' ', null]);
  });

  test('a switch is true for true and on, and false for anything else', () => {
    expect(['true', 'on', 'false', ''].map(formBoolean)).toEqual([true, true, false, false]);
  });

  test('a text field left empty is null', () => {
    expect([formOptional('  '), formOptional(' Mara ')]).toEqual([null, ' Mara ']);
  });

  test('a field of JSON that is none is handed on as it is', () => {
    expect(formJson('{"mode":"none"}')).toEqual({ mode: 'none' });
    expect(formJson('{"mode"')).toBe('{"mode"');
  });
});

test('what was typed goes back without the password and without React’s own fields', () => {
  const typed = typedText(form({ name: 'Mara', password: 'secret', $ACTION_ID_1: 'x', version: '0' }));

  expect(typed).toEqual({ name: 'Mara', version: '0' });
});

test('of a form with several buttons the one that was pressed decides, and Enter is the first', async () => {
  const action = byPress(() => Promise.resolve('saved'), { sign: () => Promise.resolve('signed') });
  const press = (name: string) => action('acme', null, form({ press: name }));

  expect(await Promise.all(['sign', 'first', 'toString'].map(press))).toEqual(['signed', 'saved', 'saved']);
  expect(await action('acme', null, form({}))).toBe('saved');
});
