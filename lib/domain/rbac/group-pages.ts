import type { GroupSummary } from './access-facts';
import type { GroupSource } from './directory';

/** Groups on one page. */
export const groupPageSize = 100;

/** Which groups to list; what is left out does not narrow. */
export type GroupFilter = {
  /** Any part of the name, upper and lower case aside. */
  search?: string | undefined;
  source?: GroupSource | undefined;
  /** Id of a role the group has; empty for groups without any. */
  role?: string | undefined;
  /** Whether somebody active is in it. */
  people?: 'some' | 'none' | undefined;
};

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** The groups that fit, in the order of `groups`. */
export function findGroups(
  groups: readonly GroupSummary[],
  { search = '', source, role, people }: GroupFilter,
): GroupSummary[] {
  const part = folded(search);
  const hasRole = (ids: readonly string[]) => (role === '' ? ids.length === 0 : ids.includes(role ?? ''));
  return groups.filter(
    (group) =>
      folded(group.name).includes(part) &&
      (source === undefined || group.source === source) &&
      (role === undefined || hasRole(group.roleIds)) &&
      (people === undefined || (people === 'some') === group.people > 0),
  );
}
