import { namesWords } from '#lib/domain/rbac/counted';
import type { Grants } from '#lib/domain/rbac/grants';
import { rolesIn, type Standing } from '#lib/domain/rbac/everyone/standing';
import type { Path } from '#lib/domain/rbac/resolve-access';
import { changeSentences, plainSentence, type ChangeNames } from './change-sentence';
import type { DraftChange } from './draft-change';

/** One step from what is to what would be. */
export type ProofStep = { title: string; text: string };

/** How somebody comes to lose one permission: from today over the changes to after; the last step takes it away. */
export type LossProof = { permission: string; steps: readonly ProofStep[] };

type Asked = {
  id: string;
  name: string;
  before: Standing;
  after: Standing;
  changes: readonly DraftChange[];
  names: ChangeNames;
  /** The workspace defaults before the changes. */
  defaults: Grants;
};

/** The proof that somebody would lose `permission`. */
export function lossProof(permission: string, asked: Asked): LossProof {
  const label = asked.names.permission(permission);
  return {
    permission,
    steps: [
      { title: 'Today', text: todayWords(permission, label, asked) },
      ...changeSteps(asked),
      { title: 'After', text: afterWords(asked.after) },
      endStep(label, permission, asked),
    ],
  };
}

/** Which changes meet somebody, by their places in the draft. */
export const changesFor = ({ changes, ...asked }: Asked): number[] =>
  changes.flatMap((change, place) => (meets(change, asked) ? [place] : []));

function changeSteps(asked: Asked): ProofStep[] {
  const sentences = changeSentences(asked.changes, asked.names, asked.defaults);
  return changesFor(asked).flatMap((place) => {
    const [change, sentence] = [asked.changes[place], sentences[place]];
    if (!change || !sentence) return [];
    const said = `${plainSentence(sentence)}.`;
    const isByGroup = change.kind === 'group-role-added' || change.kind === 'group-role-removed';
    const where = isByGroup ? ` ${asked.name} is in ${asked.names.group(change.group)}.` : '';
    return [{ title: `Change ${place + 1}`, text: `${said}${where}` }];
  });
}

function meets(change: DraftChange, { id, before, after }: Omit<Asked, 'changes'>): boolean {
  if (change.kind === 'default-role-changed') return before.access.usesDefault || after.access.usesDefault;
  if ('permission' in change) {
    return [...rolesIn(before), ...rolesIn(after)].some((role) => role.id === change.role);
  }
  if ('person' in change) return change.person === id;
  return before.groups.has(change.group) || after.groups.has(change.group);
}

function todayWords(permission: string, label: string, { before, names }: Asked): string {
  if (before.access.usesDefault) {
    return `In no group with a custom role, so the workspace defaults apply. They grant ${label}.`;
  }
  const paths = before.access.granted.get(permission)?.paths ?? [];
  return `${label} comes through ${namesWords(paths.map((path) => wayWords(path, names)))}.`;
}

/** A way in words: the group and the role, or the role that is given directly. */
export const wayWords = ({ groupId, roleId }: Path, names: Pick<ChangeNames, 'group' | 'role'>): string =>
  groupId === null
    ? `${names.role(roleId)}, given directly`
    : `${names.group(groupId)}, role ${names.role(roleId)}`;

function afterWords(after: Standing): string {
  if (!after.isActive) return 'Deactivated, so without any access.';
  const roles = rolesIn(after).length;
  if (roles === 0) return 'No custom role, so the workspace defaults apply.';
  const counted = roles === 1 ? 'One custom role' : `${roles} custom roles`;
  return `${counted}, so the workspace defaults are not used (guide 2.5).`;
}

function endStep(label: string, permission: string, { after, names }: Asked): ProofStep {
  const less = after.access.granted.has(permission) ? ' at the level of today' : '';
  const roles = rolesIn(after).map(({ id }) => names.role(id));
  const [only, ...others] = roles;
  if (only === undefined) return { title: 'Workspace defaults', text: `do not grant ${label}${less}.` };
  if (others.length === 0)
    return { title: only, text: `does not grant ${label}${less}. There is no other role.` };
  return { title: namesWords(roles), text: `do not grant ${label}${less}.` };
}
