import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldErrors, messagesAt } from './field-errors';

const errorsOf = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? {} : fieldErrors(parsed.error);
};

describe('fieldErrors', () => {
  test('a message stands under the field it belongs to, with the way to it below that', () => {
    const schema = z.strictObject({
      a: z.string(),
      b: z.array(z.object({ c: z.int('Whole numbers only.') })),
    });

    expect(errorsOf(schema, { a: 1, b: [{ c: 0.5 }] })).toEqual({
      a: ['Invalid input: expected string, received number'],
      b: ['0: c: Whole numbers only.'],
    });
  });

  test('a field nobody asked for is named', () => {
    expect(errorsOf(z.strictObject({ a: z.string() }), { a: '', z: 1 })).toEqual({
      z: ['This field is not known.'],
    });
  });

  test('of two shapes the closer one says what is wrong', () => {
    const schema = z.union([
      z.strictObject({ preset: z.enum(['strict'], 'Choose a preset.') }),
      z.strictObject({ approval: z.string(), sandbox: z.string() }),
    ]);

    expect(errorsOf(schema, { preset: 'loose' })).toEqual({ preset: ['Choose a preset.'] });
  });

  test('many faults of one field do not make another shape the closer one', () => {
    const schema = z.union([
      z.strictObject({ preset: z.enum(['strict']) }),
      z.strictObject({ sandbox: z.string(), names: z.array(z.string('Give a name.')) }),
    ]);
    const names = errorsOf(schema, { sandbox: 'read-only', names: [1, 2, 3, 4] }).names;

    expect(names).toEqual([0, 1, 2, 3].map((index) => `${index}: Give a name.`));
  });

  test('a field called like something every object has is one nobody asked for', () => {
    const sent: unknown = JSON.parse('{ "a": "", "constructor": 1, "toString": 2, "__proto__": {} }');

    const errors = errorsOf(z.strictObject({ a: z.string() }), sent);
    expect(errors.constructor).toEqual(['This field is not known.']);
    expect(errors.toString).toEqual(['This field is not known.']);
  });

  test('what belongs to no field stands under the form', () => {
    expect(Object.keys(errorsOf(z.strictObject({}), 'text'))).toEqual(['form']);
  });
});

describe('messagesAt', () => {
  const messages = ['servers: 1: name: Use letters.', 'servers: 10: name: Too long.', 'Choose one.'];

  test('gives the messages of one part alone', () => {
    expect(messagesAt(messages, ['servers', '1', 'name'])).toEqual(['Use letters.']);
    expect(messagesAt(messages, ['servers', '2', 'name'])).toEqual([]);
  });
});
