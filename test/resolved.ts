import { db } from '#lib/data/db';
import { comparable, resolveAccess } from '#lib/domain/rbac/resolve-access';
import type { Compared } from '#lib/domain/rbac/compare-access';
import type { Grants } from '#lib/domain/rbac/grants';
import { guideModel, resolutionModels } from '#lib/domain/rbac/resolution-model';

// safe because a role says of permissions what `Grants` is
const grantsOf = (said: unknown) => said as Grants;

/** What everybody of a workspace may do by the rows that are stored, one person after the other; by id. */
export async function resolvedPeople(workspaceId: string): Promise<Map<string, Compared>> {
  const [model, defaults, groups, people] = await Promise.all([
    db.resolutionModel.findUnique({ where: { workspaceId } }),
    db.workspaceDefaults.findUnique({ where: { workspaceId } }),
    db.group.findMany({ where: { workspaceId }, include: { roles: { include: { role: true } } } }),
    db.person.findMany({
      where: { workspaceId },
      include: { groups: { include: { group: true } }, roles: { include: { role: true } } },
    }),
  ]);
  const roleOf = ({ role }: { role: { id: string; permissions: unknown } }) => ({
    id: role.id,
    permissions: grantsOf(role.permissions),
  });
  const directory = {
    model: resolutionModels.find((one) => one === model?.model) ?? guideModel.model,
    defaults: grantsOf(defaults?.permissions ?? {}),
    rolesByGroup: new Map(groups.map(({ id, roles }) => [id, roles.map(roleOf)])),
  };
  return new Map(
    people.map(({ id, isActive, groups: own, roles }) => {
      const placed = { isActive, groupIds: own.map(({ group }) => group.id), directRoles: roles.map(roleOf) };
      return [id, comparable(resolveAccess(placed, directory))];
    }),
  );
}
