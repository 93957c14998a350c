import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findPerson, findPersonIdByEmail, savePerson } from '#lib/data/people';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { customerId } from '#lib/domain/rbac/customer-id';
import { personView } from '#lib/domain/rbac/directory-view';
import { writePerson } from '#lib/domain/rbac/write-directory';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { changeOf, personFields } from './fields';
import { makePerson } from './make';
import { missing, needed } from './missing';

/**
 * Changes a person's name or address, deactivates or reactivates them; what is left out stays. With
 * version 0 it adds the person, under the caller's own id.
 *
 * Deactivated people have no access.
 */
export const changePerson = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ id: customerId, ...changeOf(personFields), version: seenVersion }),
  output: personView,
  async run({ ctx, tx, input: { id, version, ...fields } }) {
    const { workspaceId } = ctx;
    const before = await findPerson(tx, { workspaceId, id });
    if (!before) {
      if (version > 0) return missing('person');
      const { name, email, isActive = true } = fields;
      if (name === undefined) return needed('name', 'Give the new person a name.');
      if (email === undefined) return needed('email', 'Give the new person an e-mail address.');
      return makePerson(tx, ctx, { id, name, email, isActive });
    }
    if (before.version !== version) return err(conflict(before));

    const holder = await findPersonIdByEmail(tx, { workspaceId, email: fields.email ?? before.email });
    const person = writePerson(before, fields, holder);
    if (!person.ok) return person;
    const after = person.value;
    if (after === before) return ok(unchanged(before));
    await savePerson(tx, { workspaceId, ...after });
    return ok(changed(after, { action: 'person.changed', subject: `person:${id}`, before, after }));
  },
});
