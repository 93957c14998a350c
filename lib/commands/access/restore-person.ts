import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { joinGroups } from '#lib/data/assignments';
import { listDirectRolesOf, saveDirectRoles } from '#lib/data/directory';
import { findPersonIdByEmail, savePerson } from '#lib/data/people';
import { changed } from '#lib/domain/audit/audit-event';
import { customerId } from '#lib/domain/rbac/customer-id';
import { personView } from '#lib/domain/rbac/directory-view';
import { writePerson } from '#lib/domain/rbac/write-directory';
import { ok } from '#lib/domain/result';
import { findRemoved } from './removed';

const removedPerson = personView.extend({
  groups: z.array(z.string()),
  roles: z.array(z.string()).default([]),
});

/** Puts a removed person back as the record kept them, into their groups as far as these are there. */
export const restorePerson = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ id: customerId }),
  output: personView,
  async run({ ctx, tx, input: { id } }) {
    const { workspaceId } = ctx;
    const removed = await findRemoved(tx, { workspaceId, subject: `person:${id}` }, removedPerson);
    if (!removed.ok) return removed;
    const { groups, roles, ...before } = removed.value;
    const holder = await findPersonIdByEmail(tx, { workspaceId, email: before.email });
    const person = writePerson({ ...before, name: '' }, before, holder);
    if (!person.ok) return person;

    const value = person.value;
    await savePerson(tx, { workspaceId, ...value });
    await saveDirectRoles(tx, { workspaceId, personId: id, roleIds: roles });
    const after = {
      ...value,
      groups: await joinGroups(tx, { workspaceId, personId: id, groupIds: groups }),
      roles: await listDirectRolesOf(tx, { workspaceId, personId: id }),
    };
    return ok(changed(value, { action: 'person.restored', subject: `person:${id}`, before: null, after }));
  },
});
