import 'server-only';
import { z } from 'zod';
import { permissions } from '#lib/catalog/permissions';
import type { Db } from '#lib/data/db';
import { accessChangeInput } from '#lib/domain/rbac/access-change';
import { differenceLists } from '#lib/domain/rbac/everyone/changed-people';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import { accessDifference, type AccessDifference } from '#lib/data/access-difference';
import { csvFile } from './csv-file';
import { defineQuery } from './define-query';
import { fileOf, listCursors, refuseUnknown, whatIfLists, whatIfView } from './what-if-lists';

/** Most changes one look may be about. */
const mostChanges = 10_000;
const changes = z.array(accessChangeInput(permissions)).max(mostChanges);

/**
 * Who would lose, gain and leave the workspace defaults by `changes`, one after the other. A name of nothing is
 * refused with `unknown_role`, `unknown_group` or `unknown_person`.
 */
export const whatIf = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ changes, ...listCursors }),
  output: whatIfView,
  async run({ ctx, db, input: { changes: asked, ...cursors } }) {
    return whatIfLists(await knownDifference(db, ctx.workspaceId, asked), asked, cursors);
  },
});

/** Everybody on these lists, or on one of them, as a file. */
export const whatIfFile = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ changes, list: z.enum(differenceLists).optional() }),
  output: csvFile,
  async run({ ctx, db, input: { changes: asked, list } }) {
    return fileOf(await knownDifference(db, ctx.workspaceId, asked), asked, list);
  },
});

async function knownDifference(
  db: Db,
  workspaceId: string,
  asked: readonly AccessChange[],
): Promise<AccessDifference> {
  const compared = await accessDifference(db, { workspaceId, changes: asked });
  refuseUnknown(compared, asked);
  return compared;
}
