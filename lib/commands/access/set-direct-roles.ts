import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findModel, listDirectRolesOf, listRoles, saveDirectRoles } from '#lib/data/directory';
import { findPerson, savePerson } from '#lib/data/people';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { customerId } from '#lib/domain/rbac/customer-id';
import { groupRolesView } from '#lib/domain/rbac/directory-view';
import { mayHaveDirectRoles } from '#lib/domain/rbac/write-directory';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { isSameList, roleIds } from './fields';
import { missing } from './missing';

/** Says which custom roles a person has directly, besides those of their groups. `version` is the person's. */
export const setDirectRoles = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ id: customerId, roles: roleIds, version: seenVersion }),
  output: groupRolesView,
  async run({ ctx, tx, input: { id, roles, version } }) {
    const { workspaceId } = ctx;
    const person = await findPerson(tx, { workspaceId, id });
    if (!person) return missing('person');
    const before = { ...person, roles: await listDirectRolesOf(tx, { workspaceId, personId: id }) };
    if (before.version !== version) return err(conflict({ roles: before.roles, version: before.version }));
    const allowed = mayHaveDirectRoles(await findModel(tx, { workspaceId }));
    if (!allowed.ok) return allowed;
    const known = new Set((await listRoles(tx, { workspaceId })).map((role) => role.id));
    if (!roles.every((role) => known.has(role))) {
      return err({ code: 'unknown_role', message: 'One of these roles has been removed. Choose again.' });
    }
    if (isSameList(roles, before.roles)) return ok(unchanged({ roles, version }));

    const after = { ...before, roles, version: version + 1 };
    await saveDirectRoles(tx, { workspaceId, personId: id, roleIds: roles });
    await savePerson(tx, { workspaceId, ...person, version: after.version });
    const value = { roles, version: after.version };
    return ok(changed(value, { action: 'person.roles_set', subject: `person:${id}`, before, after }));
  },
});
