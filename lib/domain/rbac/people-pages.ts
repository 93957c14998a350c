import { z } from 'zod';
import { isStorable } from '#lib/domain/text';

/** People on one page. */
export const peoplePageSize = 50;

const idLength = 36;

/** Where the next page begins: the id and the name of the last person of this one, in one text. */
export const peopleCursor = z
  .string()
  .max(400)
  .refine(isStorable)
  .transform((text) => ({ id: text.slice(0, idLength), name: text.slice(idLength) }))
  .pipe(z.object({ id: z.uuid(), name: z.string() }));

/** The cursor behind a person. */
export const cursorBehind = ({ id, name }: { id: string; name: string }): string => `${id}${name}`;
