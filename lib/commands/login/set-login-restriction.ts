import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findLogin, saveLogin } from '#lib/data/login-restrictions';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import {
  allowRestriction,
  loginRestrictionSchema,
  sameRestriction,
} from '#lib/domain/login/login-restriction';
import { loginView, toLoginView } from '#lib/domain/login/login-view';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Records which login method and which ChatGPT workspaces local clients may use; no restriction counts too. */
export const setLoginRestriction = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ ...loginRestrictionSchema.shape, version: seenVersion }),
  output: loginView,
  async run({ ctx, tx, input: { method, workspaces, version } }) {
    const { workspaceId, now: changedAt, actor } = ctx;
    const current = await findLogin(tx, { workspaceId });
    const before = toLoginView(current);
    if (current.version !== version) return err(conflict(before));

    const allowed = allowRestriction({ method, workspaces });
    if (!allowed.ok) return allowed;
    const restriction = allowed.value;
    if (current.restriction && sameRestriction(current.restriction, restriction))
      return ok(unchanged(before));

    const next = { restriction, version: current.version + 1 };
    await saveLogin(tx, { workspaceId, ...next, changedAt, changedBy: actor.name });
    const after = toLoginView(next);
    return ok(
      changed(after, {
        action: 'login_restriction.decided',
        subject: 'login_restriction:local',
        before,
        after,
      }),
    );
  },
});
