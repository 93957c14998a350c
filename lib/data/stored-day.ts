import 'server-only';
import { z } from 'zod';

/** A day out of a column of dates: text out of JSON, midnight UTC out of the client. */
export const storedDay = z.union([z.iso.date(), z.date().transform((at) => at.toISOString().slice(0, 10))]);

/** A day as a column of dates takes it. */
export function asDate(day: string): Date;
export function asDate(day: string | null): Date | null;
export function asDate(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
