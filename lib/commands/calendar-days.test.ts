import { expect, test } from 'vitest';
import type { z } from 'zod';
import { acceptRisk } from './acceptances/accept-risk';
import { createApiToken } from './api-tokens/create-api-token';
import { setChannel } from './channels/set-channel';
import { recordMeasureValue } from './measures/record-measure-value';
import { inviteMember } from './members/invite-member';
import { setMemberRole } from './members/set-member-role';
import { setCadence } from './reviews/set-cadence';
import { signReview } from './reviews/sign-review';
import { planWave } from './waves/plan-wave';

/** The sentences about a field of an input where nothing else is given. */
function refusals(input: z.ZodType, field: string, day: string): string[] {
  const parsed = input.safeParse({ [field]: day });
  const issues = parsed.success ? [] : parsed.error.issues;
  return issues.filter(({ path }) => path[0] === field).map(({ message }) => message);
}

test.each<[string, { input: z.ZodType }, string]>([
  ['acceptance', acceptRisk, 'endsOn'],
  ['API token', createApiToken, 'endsOn'],
  ['channel', setChannel, 'lastExportOn'],
  ['measure', recordMeasureValue, 'on'],
  ['invitation', inviteMember, 'endsOn'],
  ['app role', setMemberRole, 'endsOn'],
  ['cadence', setCadence, 'nextOn'],
  ['review', signReview, 'nextOn'],
  ['wave that begins', planWave, 'startsOn'],
  ['wave that ends', planWave, 'endsOn'],
])('a day of another age is refused beside its field: %s', (_, { input }, field) => {
  expect(refusals(input, field, '0000-01-01')).toEqual(['Write a date between 2000 and 2100.']);
  expect(refusals(input, field, '2026-02-30')).toEqual(['Write a date, such as 2026-11-18.']);
  expect(refusals(input, field, '2026-11-18')).toEqual([]);
});
