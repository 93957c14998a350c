import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findDefaults, saveDefaults } from '#lib/data/directory';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { defaultsView } from '#lib/domain/rbac/directory-view';
import { sameGrants } from '#lib/domain/rbac/grants';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { grants } from './fields';

/** Says what people without any custom role may do. */
export const setWorkspaceDefaults = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ permissions: grants, version: seenVersion }),
  output: defaultsView,
  async run({ ctx, tx, input: { permissions, version } }) {
    const { workspaceId, now, actor } = ctx;
    const stored = await findDefaults(tx, { workspaceId });
    const before = { permissions: { ...stored.permissions }, version: stored.version };
    if (before.version !== version) return err(conflict(before));
    if (version > 0 && sameGrants(permissions, before.permissions)) return ok(unchanged(before));

    const after = { permissions, version: version + 1 };
    await saveDefaults(tx, { workspaceId, ...after, changedAt: now, changedBy: actor.name });
    return ok(changed(after, { action: 'access.defaults_set', subject: 'access:defaults', before, after }));
  },
});
