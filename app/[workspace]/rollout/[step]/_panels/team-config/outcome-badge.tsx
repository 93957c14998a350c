import { Badge } from '#components/ui/badge';
import type { IconName } from '#components/ui/icon';
import type { Outcome } from '#lib/domain/exec-rules/daily-friction';

/** The words for what becomes of a command. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  allow: 'Allowed',
  prompt: 'Asks first',
  forbidden: 'Forbidden',
  none: 'No rule',
};

type Drawing = { icon: IconName; tone?: 'done' | 'waiting' | 'blocked' };

const drawings: Readonly<Record<Outcome, Drawing>> = {
  allow: { icon: 'circle-check', tone: 'done' },
  prompt: { icon: 'badge-question-mark', tone: 'waiting' },
  forbidden: { icon: 'octagon-minus', tone: 'blocked' },
  none: { icon: 'minus' },
};

/** What becomes of a command. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <Badge {...drawings[outcome]}>{outcomeWords[outcome]}</Badge>;
}
