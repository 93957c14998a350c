import 'server-only';
import { z } from 'zod';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { clearStaged } from '#lib/data/imports';
import { ok } from '#lib/domain/result';

const keptForMs = 24 * 3_600_000;

/** Clears away the rows and files of imports that nobody applied within a day. */
export const clearImports = definePersonalCommand({
  input: z.strictObject({}),
  async run({ ctx: { now }, tx }) {
    await clearStaged(tx, { before: new Date(now.getTime() - keptForMs) });
    return ok(null);
  },
});
