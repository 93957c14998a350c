import { z } from 'zod';

/** Where a page of machines goes on: behind the one seen then. Empty is the first page. */
export const machineCursor = z
  .string()
  .regex(/^(?:|\d{1,15}-[0-9a-f]{64})$/, 'This is no cursor of a page of machines.')
  .transform((text) => {
    const [at = '', machine = ''] = text.split('-');
    return text === '' ? null : { seen: new Date(Number(at)), machine };
  });

/** The cursor behind a machine. */
export const cursorBehind = ({ seen, machine }: { seen: Date; machine: string }): string =>
  `${String(seen.getTime())}-${machine}`;
