import 'server-only';
import { z } from 'zod';
import { permissions as catalog } from '#lib/catalog/permissions';
import { listConfirmations } from '#lib/data/console-confirmations';
import {
  findConsoleDifference,
  orderedSteps,
  stepDigest,
  stepsDigest,
  type ConsoleDifference,
} from '#lib/data/console-worklist';
import { listAddresses } from '#lib/data/people';
import { sha256 } from '#lib/data/sha256';
import type { AccessIndex } from '#lib/data/access-index';
import type { Db } from '#lib/data/db';
import { textAt } from '#lib/domain/rbac/everyone/text-column';
import { isAboutPeople, stepKey, type ConsoleStep } from '#lib/domain/console/console-step';
import type { OrderedStep } from '#lib/domain/console/order-steps';
import { placeOf, stepDetails, stepNames, stepWords } from '#lib/domain/console/step-words';
import { doneSteps, worklistView, type StepView } from '#lib/domain/console/worklist-view';
import { writeCsv } from '#lib/domain/csv/write-csv';
import type { Met } from '#lib/domain/console/console-walk';
import { defineQuery } from './define-query';

/** Steps on one page. */
export const stepsOnPage = 50;

/** People of a step who are named. */
const firstShown = 3;

/** Confirmations that a page shows. */
const confirmationsShown = 50;

const metView = (met: Met | null) => met && { people: met.people, permissions: [...met.permissions] };

function viewOf(
  { step, gains, losses, gap }: OrderedStep,
  ordered: readonly OrderedStep[],
  { index }: ConsoleDifference,
): StepView {
  const words = { catalog, model: index.book.model };
  const until = gap ? ordered[gap.until]?.step : undefined;
  return {
    key: stepKey(step),
    digest: stepDigest(step),
    kind: step.kind,
    place: placeOf(step),
    words: stepWords(step, words),
    details: stepDetails(step, words),
    names: stepNames(step),
    ...personsView(step, index),
    gains: metView(gains),
    losses: metView(losses),
    gap: gap && {
      people: gap.people,
      permissions: [...gap.permissions],
      until: until ? stepWords(until, words) : '',
      isUnavoidable: gap.isUnavoidable,
    },
  };
}

/** People a step names, and the first of them by name. */
function personsView(step: ConsoleStep, { population, positionOf }: AccessIndex) {
  if (!isAboutPeople(step)) return { persons: 0, first: [] };
  const places = Int32Array.from(step.persons, positionOf).sort().subarray(0, firstShown);
  return { persons: step.persons.length, first: Array.from(places, (at) => textAt(population.names, at)) };
}

/** What is to be done in the vendor's console, in its order, from place `from` on; and what was confirmed. */
export const readWorklist = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ from: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
  output: worklistView,
  async run({ ctx, db, input }) {
    const { workspaceId } = ctx;
    const difference = await findConsoleDifference(db, { workspaceId });
    const confirmations = await listConfirmations(db, { workspaceId });
    const ordered = orderedSteps(difference);
    const { stored, steps, wanted } = difference;
    // A page behind the last step shows the last page.
    const last = Math.max(0, Math.floor((steps.length - 1) / stepsOnPage) * stepsOnPage);
    const from = Math.min(input.from, last);
    return {
      version: stored.version,
      digest: stepsDigest(steps),
      open: steps.length,
      done: doneSteps(confirmations, steps.length),
      isBegun: stored.version > 0 || wanted.roles.length + wanted.groups.length > 0 || steps.length > 0,
      from,
      steps: ordered.slice(from, from + stepsOnPage).map((one) => viewOf(one, ordered, difference)),
      confirmations: confirmations.slice(0, confirmationsShown).map(({ open: _open, ...one }) => one),
    };
  },
});

/** How much there is to do in the vendor's console, and who confirmed last. */
export const readWorklistSum = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({
    open: z.int(),
    confirmedAt: z.date().nullable(),
    confirmedBy: z.string().nullable(),
  }),
  async run({ ctx, db }) {
    const { stored, steps } = await findConsoleDifference(db, { workspaceId: ctx.workspaceId });
    return { open: steps.length, confirmedAt: stored.changedAt, confirmedBy: stored.changedBy };
  },
});

const ofStep = z.strictObject({ key: z.string().max(1000) });
const file = z.object({ name: z.string(), text: z.string(), sha256: z.string() });
const fileOf = (name: string, text: string) => ({
  name,
  text,
  sha256: sha256(text),
});

/** Everybody whom a step names, by a group or by a role they have directly, as CSV; null where it names nobody. */
export const readStepPeopleFile = defineQuery({
  capability: 'rollout.read',
  input: ofStep,
  output: file,
  async run({ ctx, db, input: { key } }) {
    const people = await peopleOf(db, { workspaceId: ctx.workspaceId, key });
    const rows = people?.map(({ email, name }) => [email, name]);
    return rows ? fileOf('people.csv', writeCsv(['email', 'name'], rows)) : null;
  },
});

/** The e-mail addresses of the same people, one a line. */
export const readStepAddresses = defineQuery({
  capability: 'rollout.read',
  input: ofStep,
  output: file,
  async run({ ctx, db, input: { key } }) {
    const people = await peopleOf(db, { workspaceId: ctx.workspaceId, key });
    return people && fileOf('addresses.txt', people.map(({ email }) => `${email}\n`).join(''));
  },
});

async function peopleOf(db: Db, { workspaceId, key }: { workspaceId: string; key: string }) {
  const { steps } = await findConsoleDifference(db, { workspaceId });
  const step = steps.find((one) => stepKey(one) === key);
  return step && isAboutPeople(step) ? listAddresses(db, { workspaceId, numbers: step.persons }) : null;
}
