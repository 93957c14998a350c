import 'server-only';
import { z } from 'zod';
import { permissions } from '#lib/catalog/permissions';
import { accessChangeInput } from '#lib/domain/rbac/access-change';
import { changeEffect, type ChangeEffect } from '#lib/domain/rbac/change-effect';
import { accessDifference } from '#lib/data/access-difference';
import { defineQuery } from './define-query';

/** Most changes one look may be about: whole lists of people are put into groups at once. */
const mostChanges = 10_000;

/**
 * Who would gain, lose, and leave the workspace defaults by changes, in sums and first names; null where one of
 * them names what there is not any more.
 */
export const previewAccess = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ changes: z.array(accessChangeInput(permissions)).max(mostChanges) }),
  output: z.custom<ChangeEffect>(),
  async run({ ctx, db, input: { changes } }) {
    const { workspaceId } = ctx;
    const { index, whatIf, found } = await accessDifference(db, { workspaceId, changes });
    if (whatIf.missing.length > 0) return null;
    return changeEffect(found, index.population, index.rules);
  },
});
