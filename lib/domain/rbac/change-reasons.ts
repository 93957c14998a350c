import { namesWords } from './counted';
import type { ResolvedRole } from './directory';
import type { Standing } from './everyone/standing';
import { levelOf } from './grants';
import type { Path } from './resolve-access';

/** Names for the ids that a reason is about. */
export type Names = { group(id: string): string; role(id: string): string };

/** Somebody before some changes and after them. */
export type BeforeAfter = { before: Standing; after: Standing };

const deactivated = 'Deactivated people have no access.';
const pathsTold = 3;
/** No role gives less by itself: what they leave unsaid is what fell. */
const throughDefaults = 'The workspace defaults give less than before to roles that do not mention it.';

/** Why somebody loses `permissions`, in plain sentences: only of ways that gave more before. */
export function lossReason(permissions: readonly string[], standings: BeforeAfter, names: Names): string {
  const { before, after } = standings;
  if (!after.isActive) return deactivated;
  if (before.access.usesDefault && !after.access.usesDefault) return switchedOff(after, names);
  const sentences = permissions.flatMap((key) => {
    const paths = before.access.granted.get(key)?.paths ?? [];
    if (paths.length === 0) return ['The workspace defaults grant less than before.'];
    const fallen = paths.flatMap((path) => pathFallen(path, key, standings, names) ?? []);
    return fallen.length > 0 ? fallen : [throughDefaults];
  });
  return once(sentences);
}

/** Why somebody gains `permissions`, in plain sentences. */
export function gainReason(
  permissions: readonly string[],
  { before, after }: BeforeAfter,
  names: Names,
): string {
  if (after.access.usesDefault) {
    return before.access.usesDefault
      ? 'The workspace defaults grant more than before.'
      : 'No custom role any more, so the workspace defaults apply.';
  }
  const paths = permissions.flatMap((key) => after.access.granted.get(key)?.paths ?? []);
  return once(paths.map((path) => pathWords(path, names)));
}

/** Why the workspace defaults no longer apply to somebody. */
export const leavesReason = ({ after }: BeforeAfter, names: Names): string =>
  after.isActive ? switchedOff(after, names) : deactivated;

/** Names of the groups by which some changes meet somebody. */
export function changedThrough({ before, after }: BeforeAfter, names: Names): string[] {
  const ids = new Set([...before.groups.keys(), ...after.groups.keys()]);
  return [...ids].filter((id) => hasChanged(id, before, after)).map((id) => names.group(id));
}

function hasChanged(id: string, before: Standing, after: Standing): boolean {
  const [one = [], other = []] = [before.groups.get(id), after.groups.get(id)];
  return one.length !== other.length || one.some((role) => !other.includes(role));
}

function switchedOff(after: Standing, names: Names): string {
  const ways = [...after.groups].flatMap(([group, roles]) =>
    roles.map((role) => `${names.role(role.id)} through ${names.group(group)}`),
  );
  const direct = after.direct.map(({ id }) => `${names.role(id)}, given directly`);
  return `A custom role switches the workspace defaults off: ${namesWords([...ways, ...direct], pathsTold)}.`;
}

/** What became of a way by which somebody had a permission; null where it gives as much as before. */
function pathFallen(
  path: Path,
  permission: string,
  { before, after }: BeforeAfter,
  names: Names,
): string | null {
  const { groupId, roleId } = path;
  const kept = roleOn(path, after);
  if (kept) {
    const level = (role: ResolvedRole | undefined) => levelOf(role?.permissions[permission]);
    if (level(kept) >= level(roleOn(path, before))) return null;
    const way = groupId === null ? 'given directly' : `through ${names.group(groupId)}`;
    return `${names.role(roleId)}, ${way}, grants less than before.`;
  }
  if (groupId === null) return `${names.role(roleId)} is no longer given directly.`;
  return after.groups.has(groupId)
    ? `${names.group(groupId)} no longer has the role ${names.role(roleId)}.`
    : `No longer in ${names.group(groupId)}, which gives the role ${names.role(roleId)}.`;
}

const roleOn = ({ groupId, roleId }: Path, { groups, direct }: Standing): ResolvedRole | undefined =>
  (groupId === null ? direct : groups.get(groupId))?.find(({ id }) => id === roleId);

const pathWords = ({ groupId, roleId }: Path, names: Names): string =>
  groupId === null
    ? `Given directly, role ${names.role(roleId)}.`
    : `Through ${names.group(groupId)}, role ${names.role(roleId)}.`;

function once(sentences: readonly string[]): string {
  const each = [...new Set(sentences)];
  const rest = each.length - pathsTold;
  if (rest <= 0) return each.join(' ');
  return `${each.slice(0, pathsTold).join(' ')} ${rest === 1 ? 'One more way.' : `${rest} more ways.`}`;
}
