import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { appendSetupLink } from '#lib/commands/sign-in/issue-link';
import { countOwnWorkspaces, findExampleId, removeExampleWorkspace } from '#lib/data/workspaces';
import { unchanged } from '#lib/domain/audit/audit-event';
import { err, ok } from '#lib/domain/result';

/**
 * Removes the example whole: everything in it, its record, and its invented members.
 *
 * Where the installation has no workspace of its own, gives the secret of a new set-up link, so that whoever
 * removed it can begin. `not_the_example` for every other workspace.
 */
export const removeExample = defineCommand({
  capability: 'example.remove',
  input: z.strictObject({}),
  output: z.object({ setupSecret: z.string().nullable() }),
  async run({ ctx, tx }) {
    if ((await findExampleId(tx)) !== ctx.workspaceId) {
      return err({ code: 'not_the_example', message: 'Only the example can be removed.' });
    }
    await removeExampleWorkspace(tx, { workspaceId: ctx.workspaceId });
    const isAlone = (await countOwnWorkspaces(tx)) === 0;
    const setupSecret = isAlone ? (await appendSetupLink(tx, { now: ctx.now })).secret : null;
    // There is no record left to write into: it went along with the workspace.
    return ok(unchanged({ setupSecret }));
  },
});
