import { z } from 'zod';
import { peopleWords } from '#lib/domain/rbac/counted';
import type { ComparedAccess } from '#lib/domain/rbac/everyone/changed-people';
import { number } from '#lib/domain/rbac/everyone/columns';
import type { Difference } from '#lib/domain/rbac/everyone/difference';
import { levelAt } from '#lib/domain/rbac/everyone/permission-bits';
import { err, ok, type Result } from '#lib/domain/result';

/** How many people a draft meets: who lose something, leave the workspace defaults, gain something. */
export const effectCounts = z.object({ losses: z.int(), leavesDefault: z.int(), gains: z.int() });

export type EffectCounts = z.infer<typeof effectCounts>;

/** What a draft does to people as somebody saw it: the counts, and a digest of whom and what it is about. */
export const effectMark = z
  .string()
  .regex(/^\d{1,9}-\d{1,9}-\d{1,9}-[0-9a-f]{64}$/, 'Send the effect that the draft’s what-if told.');

/** The counts of a difference. */
export const countsOf = ({ losses, leavesDefault, gains }: Difference): EffectCounts => ({
  losses: losses.length,
  leavesDefault: leavesDefault.length,
  gains: gains.length,
});

/** The mark of an effect; `digest` is that of its text. */
export const markOf = ({ losses, leavesDefault, gains }: EffectCounts, digest: string): string =>
  [losses, leavesDefault, gains, digest].join('-');

/** The counts that a mark tells. */
export function countsIn(mark: string): EffectCounts {
  const [losses = 0, leavesDefault = 0, gains = 0] = mark.split('-', 3).map(Number);
  return { losses, leavesDefault, gains };
}

type Told = Pick<ComparedAccess, 'found'> & {
  index: Pick<ComparedAccess['index'], 'population' | 'everyone' | 'rules'>;
};

/**
 * Whose access changes and how, as a text to take the digest of: equal for as long as nobody else is met and nobody
 * by other levels. People stand by their number, because a new name or another order changes nothing.
 */
export function effectText({ index: { population, everyone, rules }, found }: Told): string {
  const { words, places } = rules.bits;
  const keys = [...places].sort(([one], [other]) => (one < other ? -1 : 1));
  const leaves = new Set(found.leavesDefault);
  const rows = Array.from(found.people, (position, place): [of: number, told: string] => {
    const levels = keys.flatMap(([key, at]) => {
      const had = levelAt(everyone.masks, position * words, at);
      const has = levelAt(found.masks, place * words, at);
      return had === has ? [] : [`${key}:${had}>${has}`];
    });
    const told = [...levels, ...(leaves.has(place) ? ['leaves'] : [])].join(' ');
    return [number(population.numbers, position), told];
  });
  return rows
    .sort(([one], [other]) => one - other)
    .map(([of, told]) => `${of} ${told}`)
    .join('\n');
}

/** A draft meets other people, or takes and gives other things, than when somebody last looked. */
export type EffectMoved = { code: 'effect_moved'; message: string; seen: EffectCounts; now: EffectCounts };

/** Fails with `effect_moved`, and the counts of then and now, where what was seen is not what would be done. */
export function checkEffect(seen: string, now: string): Result<null, EffectMoved> {
  if (seen === now) return ok(null);
  const [before, after] = [countsIn(seen), countsIn(now)];
  const message = `Whom this draft meets has changed since you looked: ${movedWords(before, after)} Look again, then apply it.`;
  return err({ code: 'effect_moved', message, seen: before, now: after });
}

/** Words for the figures of an effect, losses first. */
export const effectTerms = [
  ['losses', 'lose something'],
  ['leavesDefault', 'leave the default'],
  ['gains', 'gain something'],
] as const;

function movedWords(seen: EffectCounts, now: EffectCounts): string {
  const moved = effectTerms.filter(([name]) => seen[name] !== now[name]);
  if (moved.length === 0) return 'as many people, but not the same ones, or by other permissions.';
  const words = moved.map(
    ([name, does]) => `${peopleWords(now[name])} would ${does}, and it was ${peopleWords(seen[name])}`,
  );
  return `${words.join('; ')}.`;
}

/** What a draft did when it was applied, in one sentence. */
export function appliedWords({ losses, leavesDefault, gains }: EffectCounts): string {
  const many = (people: number) => (people === 0 ? 'nobody' : peopleWords(people));
  return `When it was applied: ${many(gains)} gained, ${many(losses)} lost, ${many(leavesDefault)} left the default.`;
}
