import { z } from 'zod';
import { taskDecidedBy, type Wording } from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';

const named = z.object({ name: z.string() });

const about =
  (words: string, whose: 'before' | 'after' = 'after'): Wording =>
  (event, guide) => {
    const policy = named.safeParse(event[whose]).data;
    return policy ? [words, thing(policy.name, guide)] : null;
  };

const thing = (name: string, guide: Guide) => ({
  label: `“${name}”`,
  taskId: taskDecidedBy(guide, (by) => by.kind === 'configuration'),
});

/** Words of the events about policies for groups. */
export const policyWordings: Readonly<Record<string, Wording>> = {
  'config_policy.created': about('made the policy '),
  'config_policy.changed': about('changed the name or the groups of the policy '),
  'config_policy.moved': about('moved the policy '),
  'config_policy.written': about('wrote the requirements of the policy '),
  'config_policy.removed': about('removed the policy ', 'before'),
};
