import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { roleView } from '#lib/domain/rbac/directory-view';
import { grants, roleFields } from './fields';
import { makeRole } from './make';

/** Adds a custom role. It changes nobody's access until a group has it. */
export const createRole = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ ...roleFields, permissions: grants.default({}) }),
  output: roleView,
  run: ({ ctx, tx, input }) => makeRole(tx, ctx, { id: randomUUID(), ...input }),
});
