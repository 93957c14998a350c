import { peopleWords } from '#lib/domain/rbac/counted';
import type { PermissionCatalog } from '#lib/domain/rbac/permission';
import type { Judgement } from './evaluate-expectations';
import type { Expectation } from './expectation';

/** What a sentence takes its names from. */
export type Names = { groups: readonly { id: string; name: string }[]; permissions: PermissionCatalog };

/** What somebody who has a permission may do, to be read after "may"; a permission without words is named. */
export function actWords(permission: string, permissions: PermissionCatalog): string {
  const known = Object.hasOwn(permissions, permission) ? permissions[permission] : undefined;
  return known?.act ?? `have “${known?.label ?? permission}”`;
}

/** The name of the group as it is, else as it was when the expectation was written; null: everybody. */
export const groupNameOf = ({ group, groupName }: Expectation, { groups }: Names): string | null =>
  group === null ? null : (groups.find(({ id }) => id === group)?.name ?? groupName ?? group);

/** An expectation as a sentence without its full stop: "No one in Contractors may use Codex cloud". */
export function expectationSentence(expectation: Expectation, names: Names): string {
  const group = groupNameOf(expectation, names);
  const within = group === null ? '' : ` in ${group}`;
  const act = actWords(expectation.permission, names.permissions);
  switch (expectation.kind) {
    case 'nobody':
      return `No one${within} may ${act}`;
    case 'everyone':
      return `Everyone${within} may ${act}`;
    case 'only':
      return `Only people${within} may ${act}`;
    case 'atMost':
      return `At most ${peopleWords(expectation.people ?? 0)}${within} may ${act}`;
    default:
      return expectation.kind satisfies never;
  }
}

const found: Readonly<Record<Expectation['kind'], string>> = {
  nobody: 'may.',
  everyone: 'may not.',
  only: 'outside it may.',
  atMost: 'may.',
};

/** What was found, in a few words: "45 people may."; null where there is nothing to say. */
export function foundWords(
  expectation: Expectation,
  { holds, count, problem }: Judgement,
  names: Names,
): string | null {
  if (problem === 'group') {
    return `The group ${groupNameOf(expectation, names) ?? ''} is not there any more.`;
  }
  if (problem === 'permission') return `The permission ${expectation.permission} is not there any more.`;
  const isQuiet = holds && expectation.kind !== 'atMost';
  return isQuiet ? null : `${peopleWords(count)} ${found[expectation.kind]}`;
}
