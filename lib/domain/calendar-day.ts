import { z } from 'zod';

/** A day as doors take it; from 2000 to 2100, so that a slip of the finger is refused. */
export const calendarDay = z
  .string()
  .trim()
  .pipe(z.iso.date('Write a date, such as 2026-11-18.'))
  .refine((day) => day >= '2000-01-01' && day <= '2100-12-31', 'Write a date between 2000 and 2100.');
