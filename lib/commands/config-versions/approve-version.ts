import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveApproval } from '#lib/data/config-versions';
import { changed } from '#lib/domain/audit/audit-event';
import { approve } from '#lib/domain/config-versions/decide-version';
import { toVersionView, versionView } from '#lib/domain/config-versions/version-view';
import { ok } from '#lib/domain/result';
import { multilineText } from '#lib/domain/text';
import { findOneVersion, versionNumber } from './find-one-version';

/** Approves a version that others wrote, in the bytes that were seen: `sha256` is theirs. */
export const approveVersion = defineCommand({
  capability: 'configuration.approve',
  input: z.strictObject({
    number: versionNumber,
    sha256: z.string().max(64),
    note: multilineText({ min: 0, max: 1000 }).default(''),
  }),
  output: versionView,
  async run({ ctx, tx, input: { number, ...seen } }) {
    const found = await findOneVersion(ctx, tx, number);
    if (!found.ok) return found;
    const { id, name } = ctx.actor;
    const approved = approve(found.value, { id, name, now: ctx.now }, seen);
    if (!approved.ok) return approved;
    await saveApproval(tx, { workspaceId: ctx.workspaceId, number, ...approved.value });
    const after = toVersionView({ ...found.value, approval: approved.value });
    const subject = `config_version:${String(number)}`;
    const before = toVersionView(found.value);
    return ok(changed(after, { action: 'config_version.approved', subject, before, after }));
  },
});
