import { z } from 'zod';
import { calendarDay } from '#lib/domain/calendar-day';
import type { Basis, BasisPart } from '#lib/domain/rollout/basis';
import { multilineText } from '#lib/domain/text';

/** What the guide says of something that may be accepted: a risk, or a finding. */
export type AcceptanceDefinition = {
  /** What is accepted, as it stands after "accepted". */
  label: string;
  /** What an acceptance is given for: when one of these changes, it no longer counts. */
  restsOn: readonly BasisPart[];
  /** The task at which it is found. */
  taskId: string;
};

/** A governance owner's acceptance of a risk or a finding. */
export type Acceptance = {
  subject: string;
  /** `withdrawn` when it was taken back; what stood before stays in the record. */
  kind: 'given' | 'withdrawn';
  reason: string;
  /** Last day (YYYY-MM-DD) it holds, in the workspace's zone; null = until what it rests on changes. */
  endsOn: string | null;
  restsOn: Basis;
  at: Date;
  by: string;
  /** Acceptances given and taken back so far. */
  version: number;
};

/** What is accepted, as doors name it: a subject of the guide, or `finding:` and the id of a finding. */
export const acceptanceSubject = z
  .string()
  .max(400)
  .regex(/^\P{Cc}+$/u);

/** Fields of an acceptance, as doors take them. */
export const acceptanceFields = {
  reason: multilineText({ max: 2000 }),
  endsOn: calendarDay.nullable().default(null),
};
