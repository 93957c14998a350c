import 'server-only';
import { z } from 'zod';
import type { Db } from '#lib/data/db';
import { findDraftWorld } from '#lib/data/draft-world';
import { findDraft } from '#lib/data/drafts';
import { findPerson, listNumbers } from '#lib/data/people';
import type { DraftChange } from '#lib/domain/drafts/draft-change';
import { changesFor, lossProof, wayWords, type LossProof } from '#lib/domain/drafts/proof';
import { customerId } from '#lib/domain/rbac/customer-id';
import { accessAfter, changedLevels, placeOf, standings } from '#lib/domain/rbac/everyone/changed-people';
import { tally } from '#lib/domain/rbac/everyone/who-can';
import { rolesIn, type Standing } from '#lib/domain/rbac/everyone/standing';
import { accessDifference } from '#lib/data/access-difference';
import { defineQuery } from './define-query';
import { changeNames } from './draft-screen';

/** A way by which somebody would keep what they lose first, with how many people would have it then. */
export type KeepWay =
  | { kind: 'grant'; role: string; name: string; people: number; changes: DraftChange[] }
  | { kind: 'second-role'; group: string; name: string; people: number }
  | { kind: 'leave-out'; place: number };

/** What a draft does to one person, and why. */
export type DraftProof = {
  person: { id: string; name: string; email: string; isActive: boolean; groups: readonly string[] };
  losses: readonly LossProof[];
  gains: readonly { permission: string; through: readonly string[] }[];
  ways: readonly KeepWay[];
};

const waysShown = 3;

/** The proof for one person of a draft. */
export const readDraftProof = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: z.uuid(), person: customerId }),
  output: z.custom<DraftProof>(),
  async run({ ctx, db, input: { id, person: personId } }) {
    const { workspaceId } = ctx;
    const [draft, person, numbers] = await Promise.all([
      findDraft(db, { workspaceId, id }),
      findPerson(db, { workspaceId, id: personId }),
      listNumbers(db, { workspaceId, ids: [personId] }),
    ]);
    if (!draft || !person) return null;
    const changes = draft.appliedAt ? [] : draft.changes;
    const compared = await accessDifference(db, { workspaceId, changes });
    const world = await findDraftWorld(db, { workspaceId, changes });
    const position = compared.index.positionOf(numbers.get(personId) ?? -1);
    if (position < 0) return null;
    const place = placeOf(compared, position);
    const { lost, gained } = place < 0 ? { lost: [], gained: [] } : changedLevels(compared, place);
    const both = standings(compared, position);
    const names = changeNames(world);
    const asked = { id: personId, name: person.name, ...both, changes, names, defaults: world.defaults };
    return {
      person: { ...person, groups: [...both.before.groups.keys()].map(names.group) },
      losses: lost.map((permission) => lossProof(permission, asked)),
      gains: gained.map((permission) => ({
        permission,
        through: (both.after.access.granted.get(permission)?.paths ?? []).map((path) =>
          wayWords(path, names),
        ),
      })),
      ways: await waysOf(db, {
        workspaceId,
        changes,
        lost,
        ...both,
        met: changesFor(asked),
        groups: compared.index.facts.groups,
        roleName: names.role,
      }),
    };
  },
});

type WaysAsked = {
  workspaceId: string;
  changes: readonly DraftChange[];
  lost: readonly string[];
  before: Standing;
  after: Standing;
  met: readonly number[];
  groups: readonly { id: string; name: string; people: number }[];
  roleName: (id: string) => string;
};

async function waysOf(db: Db, asked: WaysAsked): Promise<KeepWay[]> {
  const [permission] = asked.lost;
  if (permission === undefined) return [];
  const { workspaceId, changes, after, met } = asked;
  const ways: KeepWay[] = [];
  for (const { id: role } of rolesIn(after).slice(0, waysShown - 1)) {
    const grants = asked.lost.map((key) => grantOf(role, key, asked.before));
    const compared = await accessDifference(db, { workspaceId, changes: [...changes, ...grants] });
    const having = tally(accessAfter(compared).everyone, compared.index.rules.bits, { permission });
    ways.push({
      kind: 'grant',
      role,
      name: asked.roleName(role),
      people: having?.total ?? 0,
      changes: grants,
    });
  }
  const group = asked.groups.find(({ id }) => (after.groups.get(id)?.length ?? 0) > 0);
  if (group) ways.push({ kind: 'second-role', group: group.id, name: group.name, people: group.people });
  if (ways.length < waysShown)
    ways.push(...met.slice(0, 1).map((place) => ({ kind: 'leave-out' as const, place })));
  return ways.slice(0, waysShown);
}

/** What a role would have to grant: as much as somebody has today. */
function grantOf(role: string, permission: string, before: Standing): DraftChange {
  const level = before.access.granted.get(permission)?.level ?? 1;
  return { kind: 'role-permission-granted', role, permission, ...(level > 1 ? { level } : {}) };
}
