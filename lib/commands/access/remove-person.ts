import 'server-only';
import { z } from 'zod';
import { customerId } from '#lib/domain/rbac/customer-id';
import { defineCommand } from '#lib/commands/define-command';
import { listDirectRolesOf } from '#lib/data/directory';
import { findPerson, listGroupIdsOf, removePerson as dropPerson } from '#lib/data/people';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { missing } from './missing';

/** Removes a person with all memberships. The record keeps who it was, in which groups, and with which direct roles. */
export const removePerson = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ id: customerId, version: seenVersion }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input: { id, version } }) {
    const { workspaceId } = ctx;
    const person = await findPerson(tx, { workspaceId, id });
    if (!person) return missing('person');
    if (person.version !== version) return err(conflict(person));

    const before = {
      ...person,
      groups: await listGroupIdsOf(tx, { workspaceId, personId: id }),
      roles: await listDirectRolesOf(tx, { workspaceId, personId: id }),
    };
    await dropPerson(tx, { workspaceId, id });
    return ok(changed({ id }, { action: 'person.removed', subject: `person:${id}`, before, after: null }));
  },
});
