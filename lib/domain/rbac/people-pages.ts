import { z } from 'zod';
import { isStorable } from '#lib/domain/text';
import { customerId } from './customer-id';

/** People on one page. */
export const peoplePageSize = 50;

/** Where a page of people goes on: behind this name and id. */
export type PeoplePlace = { name: string; id: string };

const place = z.tuple([z.string().max(400), customerId]);

/** Where the next page begins: name and id of the last person of this one, in one text. */
export const peopleCursor = z
  .string()
  .max(2000)
  .transform((text, ctx): PeoplePlace => {
    const parsed = place.safeParse(parsedJson(text));
    if (parsed.success && isStorable(parsed.data[0])) {
      return { name: parsed.data[0], id: parsed.data[1] };
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
export const cursorBehind = ({ id, name }: PeoplePlace): string => JSON.stringify([name, id]);
