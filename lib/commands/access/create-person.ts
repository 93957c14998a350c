import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { personView } from '#lib/domain/rbac/directory-view';
import { personFields } from './fields';
import { makePerson } from './make';

/** Adds one of the customer's people, in no group yet. */
export const createPerson = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ ...personFields, isActive: personFields.isActive.default(true) }),
  output: personView,
  run: ({ ctx, tx, input }) => makePerson(tx, ctx, { id: randomUUID(), ...input }),
});
