import { z } from 'zod';
import {
  taskDecidedBy,
  type EventWords,
  type StoredEvent,
  type Wording,
} from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';
import { loginRestrictionSchema, type LoginMethod, type LoginRestriction } from './login-restriction';

const methodWords: Readonly<Record<LoginMethod, string>> = {
  any: 'ChatGPT or an API key',
  chatgpt: 'ChatGPT only',
  api: 'API key only',
};

/** A restriction in one line: "ChatGPT only, in 2 workspaces". */
export function restrictionWords({ method, workspaces }: LoginRestriction): string {
  const count = workspaces.length === 1 ? '1 workspace' : `${workspaces.length} workspaces`;
  return workspaces.length === 0 ? methodWords[method] : `${methodWords[method]}, in ${count}`;
}

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
