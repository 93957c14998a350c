import { z } from 'zod';
import { channelKeys, channelStates } from './channel';

/** A governance channel as doors hand it out. */
export const channelView = z.object({
  key: z.enum(channelKeys),
  state: z.enum(channelStates),
  setUpBy: z.string().nullable(),
  lastExportOn: z.iso.date().nullable(),
  link: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string().nullable(),
  at: z.date().nullable(),
  version: z.int(),
});
