import 'server-only';
import { z } from 'zod';
import { certifyDraft } from '#lib/commands/certificates/queue-certificates';
import { textEntries } from '#lib/commands/config-texts/store-text';
import { defineCommand } from '#lib/commands/define-command';
import { findConfigDraft, saveConfigDraft, type StoredDraft } from '#lib/data/config-draft';
import type { Db } from '#lib/data/db';
import { saveLogin } from '#lib/data/login-restrictions';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { withForm, type BrokenText } from '#lib/domain/config-text/config-draft';
import {
  allowRestriction,
  loginRestrictionSchema,
  sameRestriction,
  type LoginRestriction,
} from '#lib/domain/login/login-restriction';
import { loginView, toLoginView } from '#lib/domain/login/login-view';
import { err, ok, type Result } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Records which login method and which ChatGPT workspaces local clients may use; no restriction counts too. */
export const setLoginRestriction = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ ...loginRestrictionSchema.shape, version: seenVersion }),
  output: loginView,
  async run({ ctx, tx, input: { method, workspaces, version } }) {
    const { workspaceId, now: changedAt, actor } = ctx;
    const stored = await findConfigDraft(tx, { workspaceId });
    const before = toLoginView(stored.login);
    if (before.version !== version) return err(conflict(before));

    const allowed = allowRestriction({ method, workspaces });
    if (!allowed.ok) return allowed;
    const by = { workspaceId, changedAt, changedBy: actor.name };
    const saved = await saveRestriction(tx, by, stored, allowed.value);
    if (!saved.ok) return saved;
    if (saved.value === stored) return ok(unchanged(before));
    await certifyDraft(ctx, tx);
    const after = toLoginView(saved.value.login);
    const entry = { action: 'login_restriction.decided', subject: 'login_restriction:local', before, after };
    return ok(changed(after, entry, ...textEntries(stored, saved.value)));
  },
});

/** Stores a restriction and writes it into the texts there are; before any baseline it stands alone. */
async function saveRestriction(
  tx: Db,
  by: { workspaceId: string; changedAt: Date; changedBy: string },
  stored: StoredDraft,
  restriction: LoginRestriction,
): Promise<Result<StoredDraft, BrokenText>> {
  const { login, draft, configuration } = stored;
  const isSame = login.restriction !== null && sameRestriction(login.restriction, restriction);
  if (isSame && !draft?.byText.includes('login')) return ok(stored);
  if (draft) {
    const { decisions } = draft;
    const next = withForm(draft, { decisions, login: restriction }, ['login']);
    if (!next.ok) return next;
    const { preset } = configuration;
    return ok(await saveConfigDraft(tx, by, stored, { next: next.value, preset }));
  }
  const { workspaceId, ...stamp } = by;
  const saved = { restriction, version: login.version + 1, ...stamp };
  await saveLogin(tx, { workspaceId, ...saved });
  return ok({ ...stored, login: saved });
}
