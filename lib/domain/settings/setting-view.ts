import { z } from 'zod';
import type { Setting } from './setting';

/** A toggle as doors hand it out. `confirmed` is what was last seen in the console, by a person's word. */
export const settingView = z.object({
  key: z.string(),
  wanted: z.boolean(),
  confirmed: z.enum(['on', 'off']).nullable(),
  version: z.int(),
  confirmation: z
    .object({
      state: z.enum(['on', 'off']),
      at: z.date(),
      by: z.string(),
      note: z.string().nullable(),
      link: z.string().nullable(),
      /** The wish it was given for; while the wish is another, the confirmation is stale. */
      restsOn: z.boolean(),
    })
    .nullable(),
});

/** A toggle as doors hand it out. */
export type SettingView = z.infer<typeof settingView>;

/** The view of a stored toggle. */
export function toSettingView({ key, wanted, version, confirmation }: Setting): SettingView {
  return { key, wanted, confirmed: confirmation?.state ?? null, version, confirmation };
}
