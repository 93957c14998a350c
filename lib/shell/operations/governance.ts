import 'server-only';
import { setChannel } from '#lib/commands/channels/set-channel';
import { changeMeasure } from '#lib/commands/measures/change-measure';
import { createMeasure } from '#lib/commands/measures/create-measure';
import { recordMeasureValue } from '#lib/commands/measures/record-measure-value';
import { retireMeasure } from '#lib/commands/measures/retire-measure';
import { setReportingOwner } from '#lib/commands/reporting-owners/set-reporting-owner';
import { beginReview } from '#lib/commands/reviews/begin-review';
import { changeReview } from '#lib/commands/reviews/change-review';
import { discardReview } from '#lib/commands/reviews/discard-review';
import { setCadence } from '#lib/commands/reviews/set-cadence';
import { signReview } from '#lib/commands/reviews/sign-review';
import { readCadence, readChannels, readReportingOwners } from '#lib/queries/governance';
import { readMeasures } from '#lib/queries/measures';
import { readReport, readReportCsv } from '#lib/queries/report';
import { readReview, readReviews } from '#lib/queries/reviews';
import type { Operations } from './operation';

/** Step 5: channels, owners, cadence, reviews and measures; and the report. */
export const governanceOperations = {
  '/channels': { get: { summary: 'The three governance channels', of: readChannels } },
  '/channels/{key}': { put: { summary: 'Record how a governance channel stands', of: setChannel } },
  '/reporting-owners': { get: { summary: 'Who reports, and who reviews', of: readReportingOwners } },
  '/reporting-owners/{area}': {
    put: { summary: 'Name who answers for an area, or nobody', of: setReportingOwner },
  },
  '/review-cadence': {
    get: { summary: 'How often governance looks, and when next', of: readCadence },
    put: { summary: 'Settle how often governance looks, and when next', of: setCadence },
  },
  '/reviews': {
    get: { summary: 'Every review, newest first', of: readReviews },
    post: { summary: 'Begin a review: freeze the report as it is now', of: beginReview },
  },
  '/reviews/{number}': {
    get: { summary: 'One review with the report it froze', of: readReview },
    put: { summary: 'Write findings, decisions and actions into a draft', of: changeReview },
    delete: { summary: 'Throw a draft away', of: discardReview },
  },
  '/reviews/{number}/signature': {
    post: { summary: 'Sign a review and set the next date', of: signReview },
  },
  '/measures': {
    get: { summary: 'Every measure of success with its history', of: readMeasures },
    post: { summary: 'Set a measure of success', of: createMeasure },
  },
  '/measures/{id}': {
    put: { summary: 'Change a measure or its target', of: changeMeasure },
    delete: { summary: 'Retire a measure; its history stays', of: retireMeasure },
  },
  '/measures/{id}/values': {
    post: { summary: 'Record the value of a measure on a day', of: recordMeasureValue },
  },
  '/report': { get: { summary: 'The report for governance, as it is now', of: readReport } },
  '/report.csv': { get: { summary: 'The same report as a CSV file', of: readReportCsv, gives: 'text/csv' } },
} as const satisfies Operations;
