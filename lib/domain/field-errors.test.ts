import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from './field-errors';

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

  test('what belongs to no field stands under the form', () => {
    expect(Object.keys(errorsOf(z.strictObject({}), 'text'))).toEqual(['form']);
  });
});
