import { namesWords } from '#lib/domain/rbac/counted';
import { grantedKeys, levelOf, type Grants } from '#lib/domain/rbac/grants';
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

/** The changes of a draft as sentences: *Payments* gets role *Codex User*. `defaults` are those before them. */
export function changeSentences(
  changes: readonly DraftChange[],
  names: ChangeNames,
  defaults: Grants,
): ChangeSentence[] {
  let before = defaults;
  return changes.map((change) => {
    if (change.kind !== 'default-role-changed') return changeSentence(change, names);
    const sentence = defaultsSentence(before, change.permissions, names);
    before = change.permissions;
    return sentence;
  });
}

function changeSentence(
  change: Exclude<DraftChange, { kind: 'default-role-changed' }>,
  names: ChangeNames,
): ChangeSentence {
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
    default:
      return change satisfies never;
  }
}

const theDefaults = 'Workspace defaults';

/** What the defaults grant besides, or no longer; where both, or neither, all that they grant then. */
function defaultsSentence(before: Grants, after: Grants, names: ChangeNames): ChangeSentence {
  const told = (keys: readonly string[]) =>
    keys.length === 0 ? 'nothing' : namesWords(keys.map(names.permission), permissionsTold);
  const come = grantedKeys(after).filter((key) => levelOf(after[key]) > levelOf(before[key]));
  const gone = grantedKeys(before).filter((key) => levelOf(after[key]) < levelOf(before[key]));
  if (come.length > 0 && gone.length === 0) return said('plus', theDefaults, 'also grant', told(come));
  if (gone.length > 0 && come.length === 0) return said('minus', theDefaults, 'no longer grant', told(gone));
  return said('equal', theDefaults, 'grant', told(grantedKeys(after)));
}

const said = (
  sign: ChangeSentence['sign'],
  ...[subject, verb, object]: [string, string, string]
): ChangeSentence => ({ sign, subject, verb, object });

/** The sentence in one line. */
export const plainSentence = ({ subject, verb, object }: ChangeSentence): string =>
  `${subject} ${verb} ${object}`;
