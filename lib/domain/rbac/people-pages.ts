import { z } from 'zod';
import { isStorable } from '#lib/domain/text';
import { customerId } from './customer-id';

/** People on one page. */
export const peoplePageSize = 50;

/**
 * Where a page of people goes on: behind this name and id. `at` is where that person stood when the cursor was
 * given, a hint that spares a look-up where it still holds.
 */
export type PeoplePlace = { name: string; id: string; at?: number | undefined };

const place = z.union([
  z.tuple([z.string().max(400), customerId]),
  z.tuple([z.string().max(400), customerId, z.int().min(0)]),
]);

/** Where the next page begins: name and id of the last person of this one, in one text. Empty is the first page. */
export const peopleCursor = z
  .string()
  .max(2000)
  .transform((text, ctx): PeoplePlace | null => {
    if (text === '') return null;
    const parsed = place.safeParse(parsedJson(text));
    if (parsed.success && isStorable(parsed.data[0])) {
      const [name, id, at] = parsed.data;
      return { name, id, at };
    }
    ctx.addIssue({ code: 'custom', message: 'This is no cursor of a page of people.' });
    return z.NEVER;
  });

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The cursor behind a person. */
export const cursorBehind = ({ id, name, at }: PeoplePlace): string =>
  JSON.stringify(at === undefined ? [name, id] : [name, id, at]);
