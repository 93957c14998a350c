import { z } from 'zod';
import { can } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { mayEditMembers, type GroupIsSynced } from '#lib/domain/rbac/write-directory';
import { err, ok, type Result } from '#lib/domain/result';
import { draftBase, movedSince, movedValue, type MovedValue } from './draft-base';
import {
  changeKey,
  draftChangeView,
  isMembership,
  mostChanges,
  tooManyChanges,
  type DraftChange,
} from './draft-change';
import { effectCounts } from './draft-effect';
import { byId, type DraftWorld } from './draft-world';

/** Changes to access that are looked at before they are applied; the base is what they rest on. */
export const draftRow = z.object({
  id: z.string(),
  name: z.string(),
  changes: z.array(draftChangeView),
  base: draftBase,
  version: z.int(),
  createdAt: z.date(),
  createdBy: z.string(),
  changedAt: z.date(),
  changedBy: z.string(),
  appliedAt: z.date().nullable(),
  appliedBy: z.string().nullable(),
  /** Whom it met when it was applied; null where it was not, or before this was kept. */
  appliedEffect: effectCounts.nullable(),
});

export type Draft = z.infer<typeof draftRow>;

/** A draft as doors hand it out. */
export const draftView = draftRow.omit({ base: true });

/** A draft as a list tells of it: `changes` is how many it holds. */
export const draftSummary = draftView.extend({ changes: z.int() });

export type DraftSummary = z.infer<typeof draftSummary>;

/** A draft with what it rests on that is no longer as it was. */
export const draftStanding = draftView.extend({ moved: z.array(movedValue) });

/** The view of a draft. */
export const toDraftView = ({ base: _base, ...draft }: Draft): z.infer<typeof draftView> => draft;

/** A change names a role, group or person that there is not; `change` is its place among those sent. */
export type UnknownName = {
  code: 'unknown_role' | 'unknown_group' | 'unknown_person';
  message: string;
  change: number;
};

/** The error of a change that names what there is not. */
export const unknownName = (what: 'role' | 'group' | 'person', id: string, change: number): UnknownName => ({
  code: `unknown_${what}`,
  message: `Change ${change + 1} names the ${what} “${id}”, and there is none of this id.`,
  change,
});

export type AddError =
  | UnknownName
  | GroupIsSynced
  | { code: 'draft_applied' | 'change_in_draft' | 'too_many_changes'; message: string };

const applied = err({
  code: 'draft_applied',
  message: 'This draft has been applied, so it stays as it is. Begin another one.',
});

/** Fails with `draft_applied` once the draft was applied. */
export const stillDraft = ({ appliedAt }: Pick<Draft, 'appliedAt'>) => (appliedAt ? applied : ok(null));

/**
 * The draft's changes with `more` behind them. Fails where one of them names what there is not (`unknown_…`), is
 * about who is in a synced group, or says what the draft says already.
 */
export function withChanges(
  draft: Pick<Draft, 'changes' | 'appliedAt'>,
  more: readonly DraftChange[],
  world: DraftWorld,
): Result<DraftChange[], AddError> {
  const open = stillDraft(draft);
  if (!open.ok) return open;
  const all: DraftChange[] = [...draft.changes];
  if (all.length + more.length > mostChanges) {
    return err({ code: 'too_many_changes', message: tooManyChanges });
  }
  const said = new Set(all.map(changeKey));
  for (const [place, change] of more.entries()) {
    const unknown = unknownIn(change, place, world);
    if (unknown) return err(unknown);
    const group = isMembership(change) ? byId(world.groups, change.group) : undefined;
    const editable = group ? mayEditMembers(group) : ok(null);
    if (!editable.ok) return editable;
    if (said.has(changeKey(change))) {
      return err({ code: 'change_in_draft', message: 'The draft says this already.' });
    }
    said.add(changeKey(change));
    all.push(change);
  }
  return ok(all);
}

function unknownIn(
  change: DraftChange,
  place: number,
  { roles, groups, people }: DraftWorld,
): UnknownName | null {
  if ('role' in change && !byId(roles, change.role)) return unknownName('role', change.role, place);
  if ('group' in change && !byId(groups, change.group)) return unknownName('group', change.group, place);
  if ('person' in change && !byId(people, change.person)) return unknownName('person', change.person, place);
  return null;
}

/** What the changes rest on has moved since somebody last looked. */
export type BaseMoved = { code: 'base_moved'; message: string; moved: MovedValue[] };

/**
 * Whether `actor` may apply a draft as it stands: it says something, all it rests on is as it was, and where
 * memberships change the actor may change those.
 */
export function mayApply(
  { changes, base }: Pick<Draft, 'changes' | 'base'>,
  world: DraftWorld,
  actor: Context['actor'],
): Result<null, BaseMoved | { code: 'draft_empty' | 'memberships_not_yours'; message: string }> {
  if (changes.length === 0) {
    return err({ code: 'draft_empty', message: 'The draft holds no change yet.' });
  }
  if (changes.some(isMembership) && !can(actor, 'directory.write')) {
    const message = 'This draft changes who is in a group, which your app role may not do.';
    return err({ code: 'memberships_not_yours', message });
  }
  const moved = movedSince(base, world);
  if (moved.length === 0) return ok(null);
  const message = 'What this draft rests on has changed since you looked. Look at it again as it is now.';
  return err({ code: 'base_moved', message, moved });
}
