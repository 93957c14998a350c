import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { groupView } from '#lib/domain/rbac/directory-view';
import { groupFields } from './fields';
import { makeGroup } from './make';

/** Adds a group without people and without roles. */
export const createGroup = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ ...groupFields, source: groupFields.source.default('manual') }),
  output: groupView,
  run: ({ ctx, tx, input }) => makeGroup(tx, ctx, { id: randomUUID(), ...input }),
});
