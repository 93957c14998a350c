import { err, ok, type Result } from '#lib/domain/result';
import { multilineText, webLink } from '#lib/domain/text';
import { z } from 'zod';
import { outcomes, type CheckResult, type Outcome, type SeenPermissions } from './check';
import type { PlannedItem } from './plan-checks';

/** Fields of a result, as doors take them. Which of them count depends on what the item asks. */
export const checkResultFields = {
  /** Of an item answered in words, or to say that nobody uses it. */
  outcome: z.enum(outcomes, 'Say how it came out.').nullable().default(null),
  /** What was seen, in words; of a file, the sum its command printed. */
  observed: multilineText({ max: 2000 }).nullable().default(null),
  /** Of an access profile: permission -> whether it worked. */
  permissions: z.record(z.string().max(100), z.boolean()).nullable().default(null),
  note: multilineText({ max: 2000 }).nullable().default(null),
  link: webLink.nullable().default(null),
};

/** What somebody says of an item. */
export type CheckAnswer = {
  outcome: Outcome | null;
  observed: string | null;
  permissions: SeenPermissions | null;
  note: string | null;
  link: string | null;
};

/** Why a result is not taken. */
export type RecordError = { code: 'answer_incomplete'; message: string; fields: Record<string, string[]> };

type Seen = Pick<CheckResult, 'outcome' | 'observed' | 'permissions'>;

const incomplete = (field: string, message: string): { ok: false; error: RecordError } =>
  err({ code: 'answer_incomplete', message, fields: { [field]: [message] } });

/**
 * The result of looking at `planned`.
 *
 * In words the caller says how it came out, with what was seen. Of access and files data says it: what
 * worked is held against what should, and a sum against the file's own. `not_used` needs no more.
 */
export function recordCheck(
  planned: PlannedItem,
  answer: CheckAnswer,
  said: Pick<CheckResult, 'taskId' | 'at' | 'by' | 'version'>,
): Result<CheckResult, RecordError> {
  const seen = seenOf(planned, answer);
  if (!seen.ok) return seen;
  const { note, link } = answer;
  const { item, expected, restsOn } = planned;
  return ok({ ...said, item, expected, restsOn, note, link, ...seen.value });
}

function seenOf(planned: PlannedItem, answer: CheckAnswer): Result<Seen, RecordError> {
  if (answer.outcome === 'not_used') {
    const observed = answer.observed ?? 'Nobody uses it here.';
    return ok({ outcome: 'not_used', observed, permissions: null });
  }
  switch (planned.answer.kind) {
    case 'word':
      return seenInWords(answer);
    case 'access':
      return seenAccess(planned.answer.permissions, answer.permissions ?? {});
    case 'sum':
      return seenSum(planned.answer.sha256, answer.observed);
    default:
      return planned.answer satisfies never;
  }
}

function seenInWords({ outcome, observed }: CheckAnswer): Result<Seen, RecordError> {
  if (outcome === null) return incomplete('outcome', 'Say how it came out.');
  if (observed === null) return incomplete('observed', 'Write what you saw.');
  return ok({ outcome, observed, permissions: null });
}

type Expected = readonly { key: string; label: string; works: boolean }[];

function seenAccess(expected: Expected, seen: SeenPermissions): Result<Seen, RecordError> {
  const untried = expected.filter(({ key }) => seen[key] === undefined);
  if (untried.length > 0) {
    const names = untried.map(({ label }) => label).join(', ');
    return incomplete('permissions', `Say for each whether it worked. Still open: ${names}.`);
  }
  const permissions = Object.fromEntries(expected.map(({ key }) => [key, seen[key] === true]));
  const wrong = expected.filter(({ key, works }) => permissions[key] !== works);
  const words = wrong.map(({ label, works }) => `${label} ${works ? 'did not work' : 'worked'}`);
  const observed = words.length === 0 ? 'Everything was as expected.' : `${words.join(', ')}.`;
  return ok({ outcome: wrong.length === 0 ? 'as_expected' : 'differs', observed, permissions });
}

const SHA256 = /\b[0-9a-f]{64}\b/i;

function seenSum(expected: string, observed: string | null): Result<Seen, RecordError> {
  const sum = SHA256.exec(observed ?? '')?.[0].toLowerCase();
  if (!sum) return incomplete('observed', 'Paste what the command printed: a sum of 64 hexadecimal digits.');
  return ok({ outcome: sum === expected ? 'as_expected' : 'differs', observed: sum, permissions: null });
}
