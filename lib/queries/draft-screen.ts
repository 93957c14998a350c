import 'server-only';
import { z } from 'zod';
import { permissions as catalog } from '#lib/catalog/permissions';
import type { Db } from '#lib/data/db';
import { findDraftWorld } from '#lib/data/draft-world';
import { findDraft } from '#lib/data/drafts';
import { changeSentences, type ChangeNames, type ChangeSentence } from '#lib/domain/drafts/change-sentence';
import { countGaining, defaultFix, type DefaultFix } from '#lib/domain/drafts/default-fix';
import { toDraftView, type Draft } from '#lib/domain/drafts/draft';
import { movedSince, type MovedValue } from '#lib/domain/drafts/draft-base';
import type { DraftChange } from '#lib/domain/drafts/draft-change';
import { byId, type DraftWorld } from '#lib/domain/drafts/draft-world';
import { activePeople, type AccessFacts } from '#lib/domain/rbac/access-facts';
import { changeEffect, type ChangeEffect } from '#lib/domain/rbac/change-effect';
import { changedThrough } from '#lib/domain/rbac/change-reasons';
import {
  changedPerson,
  countProfiles,
  differenceCursor,
  differenceLists,
  differencePage,
  type DifferenceList,
  type DifferencePlace,
} from '#lib/domain/rbac/everyone/changed-people';
import { permissionLabel } from '#lib/domain/rbac/permission';
import { accessDifference, type AccessDifference } from '#lib/data/access-difference';
import { effectMarkOf } from '#lib/data/draft-effect';
import { defineQuery } from './define-query';
import { failingAfter } from '#lib/data/draft-expectations';
import type { FailingAfter } from '#lib/domain/drafts/failing-after';
import { namesOf } from './what-if-lists';

/** A change of a draft with how many active people it is about. */
export type ChangeRow = { change: DraftChange; sentence: ChangeSentence; people: number };

/** One row of the list of people. */
export type PersonRow = {
  id: string;
  name: string;
  through: readonly string[];
  loses: number;
  gains: number;
};

/** What granting more in one role would do: losses that are left, and others who would gain it too. */
export type FixOffer = DefaultFix & { name: string; losses: number; othersGain: number };

/** All that the page of a draft shows besides one person. */
export type DraftScreen = {
  draft: ReturnType<typeof toDraftView>;
  moved: readonly MovedValue[];
  changes: readonly ChangeRow[];
  effect: ChangeEffect;
  /** The mark of that effect, which applying the draft asks for. */
  seen: string;
  active: number;
  /** Whether everybody who loses leaves the default, and nobody else does. */
  isSamePeople: boolean;
  page: {
    rows: readonly PersonRow[];
    from: number;
    total: number;
    profiles: number;
    cursor: string | null;
    back: string | null;
  };
  fix: FixOffer | null;
  /** Expectations that would fail once the draft is applied. */
  failing: readonly FailingAfter[];
  access: AccessFacts;
};

/** A draft as its page shows it: what it would do, whom one of its lists holds, and what would keep losses away. */
export const readDraftScreen = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({
    id: z.uuid(),
    list: z.enum(differenceLists).default('losses').catch('losses'),
    cursor: differenceCursor.optional().catch(undefined),
  }),
  output: z.custom<DraftScreen>(),
  async run({ ctx, db, input: { id, list, cursor } }) {
    const { workspaceId } = ctx;
    const draft = await findDraft(db, { workspaceId, id });
    if (!draft) return null;
    const world = await findDraftWorld(db, { workspaceId, changes: draft.changes });
    // What was applied is compared with nothing any more: it is how things are.
    const asked = draft.appliedAt ? [] : draft.changes;
    const compared = await accessDifference(db, { workspaceId, changes: asked });
    const { facts } = compared.index;
    return {
      draft: toDraftView(draft),
      moved: draft.appliedAt ? [] : movedSince(draft.base, world),
      changes: rowsOf(draft, world, facts),
      effect: changeEffect(compared.found, compared.index.population, compared.index.rules),
      seen: effectMarkOf(compared),
      active: activePeople(facts),
      isSamePeople: isSame(compared.found.losses, compared.found.leavesDefault),
      page: pageOf(compared, list, cursor ?? null),
      fix: await fixOf(db, { workspaceId, draft, compared, world }),
      failing: asked.length === 0 ? [] : await failingAfter(ctx, db, compared),
      access: facts,
    };
  },
});

/** Names for the changes of a draft; what is gone keeps its id. */
export const changeNames = ({ roles, groups, people }: DraftWorld): ChangeNames => ({
  role: (id) => byId(roles, id)?.name ?? id,
  group: (id) => byId(groups, id)?.name ?? id,
  person: (id) => byId(people, id)?.name ?? id,
  permission: (key) => permissionLabel(key, catalog),
});

function rowsOf({ changes, base }: Draft, world: DraftWorld, facts: AccessFacts): ChangeRow[] {
  const known = base.values.find((value) => value.kind === 'defaults');
  const defaults = known ? known.permissions : world.defaults;
  const sentences = changeSentences(changes, changeNames(world), defaults);
  return changes.flatMap((change, place) => {
    const sentence = sentences[place];
    return sentence ? [{ change, sentence, people: peopleOf(change, facts) }] : [];
  });
}

function peopleOf(change: DraftChange, { groups, profiles }: AccessFacts): number {
  const having = (isMeant: (roleIds: readonly string[]) => boolean) =>
    profiles.filter(({ roleIds }) => isMeant(roleIds)).reduce((sum, { people }) => sum + people, 0);
  if (change.kind === 'default-role-changed') return having((roleIds) => roleIds.length === 0);
  if ('person' in change) return 1;
  if ('permission' in change) return having((roleIds) => roleIds.includes(change.role));
  return byId(groups, change.group)?.people ?? 0;
}

const isSame = (one: Int32Array, other: Int32Array): boolean =>
  one.length === other.length && one.every((place, row) => place === other[row]);

function pageOf(
  compared: AccessDifference,
  list: DifferenceList,
  after: DifferencePlace | null,
): DraftScreen['page'] {
  const { places, from, cursor, back } = differencePage(compared, list, after);
  const names = namesOf(compared, []);
  const rows = Array.from(places, (place) => {
    const person = changedPerson(compared, place);
    const { id, name, lost, gained } = person;
    return { id, name, through: changedThrough(person, names), loses: lost.length, gains: gained.length };
  });
  const total = compared.found[list].length;
  return { rows, from, total, profiles: countProfiles(compared, list), cursor, back };
}

type FixAsked = { workspaceId: string; draft: Draft; compared: AccessDifference; world: DraftWorld };

async function fixOf(db: Db, { workspaceId, draft, compared, world }: FixAsked): Promise<FixOffer | null> {
  const fix = defaultFix(compared);
  if (!fix) return null;
  const changes = [...draft.changes, ...fix.changes];
  const fixed = await accessDifference(db, { workspaceId, changes });
  return {
    ...fix,
    name: byId(world.roles, fix.role)?.name ?? fix.role,
    losses: fixed.found.losses.length,
    othersGain: countGaining(fixed, fix.permissions) - countGaining(compared, fix.permissions),
  };
}
