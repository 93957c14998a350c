import 'server-only';
import { z } from 'zod';
import { permissions } from '#lib/catalog/permissions';
import { accessChangeInput } from '#lib/domain/rbac/access-change';
import { changeEffect, type ChangeEffect } from '#lib/domain/rbac/change-effect';
import { accessDifference } from '#lib/data/access-difference';
import { failingAfter } from '#lib/data/draft-expectations';
import { defineQuery } from './define-query';

/** Most changes one look may be about: whole lists of people are put into groups at once. */
const mostChanges = 10_000;

/** What changes would do, with the expectations they would break that hold now, or break for more people. */
export type AccessPreview = ChangeEffect & { breaks: { id: string; sentence: string; found: string }[] };

/**
 * Who would gain, lose, and leave the workspace defaults by changes, in sums and first names, and what is expected
 * that they would break; null where one of them names what there is not any more.
 */
export const previewAccess = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ changes: z.array(accessChangeInput(permissions)).max(mostChanges) }),
  output: z.custom<AccessPreview>(),
  async run({ ctx, db, input: { changes } }) {
    const { workspaceId } = ctx;
    const compared = await accessDifference(db, { workspaceId, changes });
    const { index, whatIf, found } = compared;
    if (whatIf.missing.length > 0) return null;
    const failing = await failingAfter(ctx, db, compared);
    return {
      ...changeEffect(found, index.population, index.rules),
      breaks: failing
        .filter(({ byDraft, accepted }) => byDraft && !accepted)
        .map(({ id, sentence, found: who }) => ({ id, sentence, found: who })),
    };
  },
});
