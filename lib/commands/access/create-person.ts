import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findPersonIdByEmail, savePerson } from '#lib/data/people';
import { changed } from '#lib/domain/audit/audit-event';
import { personView } from '#lib/domain/rbac/directory-view';
import { writePerson } from '#lib/domain/rbac/write-directory';
import { ok } from '#lib/domain/result';
import { personFields } from './fields';

/** Adds one of the customer's people, in no group yet. */
export const createPerson = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ ...personFields, isActive: personFields.isActive.default(true) }),
  output: personView,
  async run({ ctx, tx, input }) {
    const { workspaceId } = ctx;
    const none = { id: randomUUID(), name: '', email: '', isActive: true, version: 0 };
    const holder = await findPersonIdByEmail(tx, { workspaceId, email: input.email });
    const person = writePerson(none, input, holder);
    if (!person.ok) return person;

    const after = person.value;
    await savePerson(tx, { workspaceId, ...after });
    return ok(
      changed(after, { action: 'person.created', subject: `person:${after.id}`, before: null, after }),
    );
  },
});
