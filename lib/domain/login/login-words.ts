import { z } from 'zod';
import {
  taskDecidedBy,
  type EventWords,
  type StoredEvent,
  type Wording,
} from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';
import { restrictionWords } from './login-methods';
import { loginRestrictionSchema } from './login-restriction';

const stored = z.object(loginRestrictionSchema.shape);

function decidedWords({ after }: StoredEvent, guide: Guide): EventWords | null {
  const restriction = stored.safeParse(after).data;
  const taskId = taskDecidedBy(guide, ({ kind }) => kind === 'login-restriction');
  return restriction
    ? ['decided the ', { label: 'sign-in of local clients', taskId }, `: ${restrictionWords(restriction)}`]
    : null;
}

/** Words of the events about the login restriction. */
export const loginWordings: Readonly<Record<string, Wording>> = {
  'login_restriction.decided': decidedWords,
};
