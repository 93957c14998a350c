import { namesWords } from '#lib/domain/rbac/counted';
import { grantedKeys, type Grants } from '#lib/domain/rbac/grants';
import type { BaseValue, MovedValue } from './draft-base';

type Label = (key: string) => string;

/** Something a draft rests on that has moved: what it is, how it was, how it is now. */
export type MovedWords = { subject: string; before: string; now: string };

/** What has moved, in words; of permissions only those that differ. */
export function movedWords({ before, now }: MovedValue, label: Label): MovedWords {
  const subject = subjectOf(now ?? before);
  if (now === null) return { subject, before: valueWords(before, [], label), now: 'Removed' };
  const differing = differingKeys(before, now);
  return {
    subject,
    before: valueWords(before, differing, label),
    now: valueWords(now, differing, label),
  };
}

function subjectOf(value: BaseValue): string {
  if (value.kind === 'defaults') return 'Workspace defaults';
  if (value.kind === 'membership') return `${value.person.name} in ${value.group.name}`;
  return value.kind === 'role' ? `Role ${value.name}` : `Group ${value.name}`;
}

function valueWords(value: BaseValue, keys: readonly string[], label: Label): string {
  switch (value.kind) {
    case 'defaults':
    case 'role':
      return permissionWords(value, keys, label);
    case 'group':
      return groupWords(value);
    case 'membership':
      return value.isIn ? 'Is in it' : 'Is not in it';
    default:
      return value satisfies never;
  }
}

type Granting = Extract<BaseValue, { kind: 'defaults' | 'role' }>;

function permissionWords(value: Granting, keys: readonly string[], label: Label): string {
  const words = grantWords(value.permissions, keys.length > 0 ? keys : grantedKeys(value.permissions), label);
  return value.kind === 'defaults' && keys.length === 0 ? `${words}, by ${value.model}` : words;
}

function groupWords({ roles, source }: Extract<BaseValue, { kind: 'group' }>): string {
  const synced = source === 'scim' ? ', synced over SCIM' : '';
  return roles.length === 0
    ? `No role${synced}`
    : `Has ${namesWords(roles.map(({ name }) => name))}${synced}`;
}

function grantWords(said: Grants, keys: readonly string[], label: Label): string {
  const on = keys.filter((key) => said[key] !== undefined && said[key] !== false);
  const levels = on.map((key) =>
    typeof said[key] === 'number' ? `${label(key)} at level ${said[key]}` : label(key),
  );
  return levels.length === 0 ? 'Grants none of these' : `Grants ${namesWords(levels)}`;
}

function differingKeys(before: BaseValue, now: BaseValue): string[] {
  if (!('permissions' in before) || !('permissions' in now)) return [];
  const keys = new Set([...Object.keys(before.permissions), ...Object.keys(now.permissions)]);
  return [...keys].filter((key) => before.permissions[key] !== now.permissions[key]);
}
