import 'server-only';
import { z } from 'zod';
import { permissionKeys } from '#lib/catalog/permissions';
import { listCohorts, type Population, type StoredCohort } from '#lib/data/cohorts';
import type { Db } from '#lib/data/db';
import { findDefaults, findGroup, listRoles } from '#lib/data/directory';
import type { AccessFacts, GroupSummary } from '#lib/domain/rbac/access-facts';
import { changeEffect, type ChangeEffect, type Cohort } from '#lib/domain/rbac/change-effect';
import { defineQuery } from './define-query';

const id = z.uuid();
const permissions = z.array(z.enum(permissionKeys));

const plannedChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('defaults'), permissions }),
  z.strictObject({ kind: z.literal('role'), id, permissions }),
  z.strictObject({ kind: z.literal('role-removed'), id }),
  z.strictObject({ kind: z.literal('group-roles'), id, roles: z.array(id) }),
  z.strictObject({ kind: z.literal('group-removed'), id }),
  z.strictObject({ kind: z.literal('members'), id, add: z.array(id), remove: z.array(id) }),
  z.strictObject({ kind: z.literal('person-deactivated'), id }),
]);

/** A change of roles, groups, people or defaults that somebody is about to make. */
export type PlannedChange = z.infer<typeof plannedChange>;

type Book = Pick<AccessFacts, 'defaults' | 'roles'>;
type Asking = { db: Db; workspaceId: string; book: Book };

/** Who would gain, lose, and leave the workspace defaults by a change, in sums and first names. */
export const previewAccess = defineQuery({
  capability: 'rollout.read',
  input: plannedChange,
  output: z.custom<ChangeEffect>(),
  async run({ ctx, db, input }) {
    const { workspaceId } = ctx;
    const [defaults, roles] = await Promise.all([
      findDefaults(db, { workspaceId }),
      listRoles(db, { workspaceId }),
    ]);
    const asking: Asking = { db, workspaceId, book: { defaults, roles } };
    switch (input.kind) {
      case 'defaults':
      case 'role':
      case 'role-removed':
        return ofRules(asking, input);
      case 'person-deactivated':
        return ofDeactivation(asking, input.id);
      default:
        return ofGroup(asking, input);
    }
  },
});

type RuleChange = Extract<PlannedChange, { kind: 'defaults' | 'role' | 'role-removed' }>;

async function ofRules({ db, workspaceId, book }: Asking, change: RuleChange): Promise<ChangeEffect> {
  const found = await listCohorts(db, { workspaceId, groupId: null, population: { of: 'everybody' } });
  const gone = change.kind === 'role-removed' ? change.id : null;
  const cohorts = found.map(({ elsewhere, people, names }): Cohort => {
    return { people, names, before: elsewhere, after: elsewhere.filter((role) => role !== gone) };
  });
  return changeEffect(cohorts, book, bookAfter(book, change));
}

function bookAfter(book: Book, change: RuleChange): Book {
  switch (change.kind) {
    case 'defaults':
      return { ...book, defaults: { ...book.defaults, permissions: change.permissions } };
    case 'role':
      return {
        ...book,
        roles: book.roles.map((role) =>
          role.id === change.id ? { ...role, permissions: change.permissions } : role,
        ),
      };
    default:
      return { ...book, roles: book.roles.filter((role) => role.id !== change.id) };
  }
}

async function ofDeactivation({ db, workspaceId, book }: Asking, personId: string): Promise<ChangeEffect> {
  const population = { of: 'people', personIds: [personId] } as const;
  const found = await listCohorts(db, { workspaceId, groupId: null, population });
  const cohorts = found.map(({ elsewhere, ...rest }) => ({ ...rest, before: elsewhere, after: null }));
  return changeEffect(cohorts, book, book);
}

type GroupChange = Extract<PlannedChange, { kind: 'group-roles' | 'group-removed' | 'members' }>;

async function ofGroup({ db, workspaceId, book }: Asking, change: GroupChange): Promise<ChangeEffect | null> {
  const group = await findGroup(db, { workspaceId, id: change.id });
  if (!group) return null;
  const cohortsOf = async (population: Population, rolesAfter: readonly string[]) => {
    const found = await listCohorts(db, { workspaceId, groupId: group.id, population });
    return found.map((cohort) => toCohort(cohort, group, rolesAfter));
  };
  const cohorts = await plannedCohorts(change, group, cohortsOf);
  return changeEffect(cohorts, book, book);
}

async function plannedCohorts(
  change: GroupChange,
  group: GroupSummary,
  cohortsOf: (population: Population, rolesAfter: readonly string[]) => Promise<Cohort[]>,
): Promise<Cohort[]> {
  switch (change.kind) {
    case 'group-roles':
      return cohortsOf({ of: 'group' }, change.roles);
    case 'group-removed':
      return cohortsOf({ of: 'group' }, []);
    default: {
      const [added, removed] = await Promise.all([
        cohortsOf({ of: 'people', personIds: change.add }, group.roleIds),
        cohortsOf({ of: 'people', personIds: change.remove }, []),
      ]);
      return [...added, ...removed];
    }
  }
}

const toCohort = (
  { elsewhere, isIn, people, names }: StoredCohort,
  group: GroupSummary,
  rolesAfter: readonly string[],
): Cohort => ({
  people,
  names,
  before: [...new Set([...elsewhere, ...(isIn ? group.roleIds : [])])],
  after: [...new Set([...elsewhere, ...rolesAfter])],
});
