import { z } from 'zod';
import type { Acceptance } from './acceptance';

/** An acceptance as doors hand it out; `accepted` says whether one was given and not taken back. */
export const acceptanceView = z.object({
  subject: z.string(),
  accepted: z.boolean(),
  reason: z.string().nullable(),
  endsOn: z.string().nullable(),
  restsOn: z.record(z.string(), z.string()),
  at: z.date().nullable(),
  by: z.string().nullable(),
  version: z.int(),
});

/** An acceptance as doors hand it out. */
export type AcceptanceView = z.infer<typeof acceptanceView>;

/** The view of the newest acceptance of a subject; of none where nobody ever gave one. */
export function toAcceptanceView(subject: string, acceptance: Acceptance | undefined): AcceptanceView {
  if (!acceptance) {
    return {
      subject,
      accepted: false,
      reason: null,
      endsOn: null,
      restsOn: {},
      at: null,
      by: null,
      version: 0,
    };
  }
  const { kind, restsOn, ...said } = acceptance;
  return { ...said, accepted: kind === 'given', restsOn: { ...restsOn } };
}
