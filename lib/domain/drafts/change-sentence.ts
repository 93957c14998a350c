import { namesWords } from '#lib/domain/rbac/counted';
import { grantedKeys } from '#lib/domain/rbac/grants';
import type { DraftChange } from './draft-change';

/** Names for the ids and keys of a change. */
export type ChangeNames = {
  group(id: string): string;
  role(id: string): string;
  person(id: string): string;
  permission(key: string): string;
};

/** A change in words: whether it gives or takes, and a sentence whose names stand by themselves. */
export type ChangeSentence = {
  sign: 'plus' | 'minus' | 'equal';
  subject: string;
  verb: string;
  object: string;
};

const permissionsTold = 4;

/** A change as a sentence: *Payments* gets role *Codex User*. */
export function changeSentence(change: DraftChange, names: ChangeNames): ChangeSentence {
  switch (change.kind) {
    case 'group-role-added':
      return said('plus', names.group(change.group), 'gets role', names.role(change.role));
    case 'group-role-removed':
      return said('minus', names.group(change.group), 'no longer has role', names.role(change.role));
    case 'role-permission-granted':
      return said('plus', names.role(change.role), 'grants', names.permission(change.permission));
    case 'role-permission-revoked':
      return said('minus', names.role(change.role), 'no longer grants', names.permission(change.permission));
    case 'membership-added':
      return said('plus', names.person(change.person), 'joins', names.group(change.group));
    case 'membership-removed':
      return said('minus', names.person(change.person), 'leaves', names.group(change.group));
    case 'default-role-changed': {
      const labels = grantedKeys(change.permissions).map(names.permission);
      const words = labels.length === 0 ? 'nothing' : namesWords(labels, permissionsTold);
      return said('equal', 'Workspace defaults', 'grant', words);
    }
    default:
      return change satisfies never;
  }
}

const said = (
  sign: ChangeSentence['sign'],
  ...[subject, verb, object]: [string, string, string]
): ChangeSentence => ({ sign, subject, verb, object });

/** The sentence in one line. */
export const plainSentence = ({ subject, verb, object }: ChangeSentence): string =>
  `${subject} ${verb} ${object}`;
