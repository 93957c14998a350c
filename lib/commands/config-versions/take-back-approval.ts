import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { removeApproval } from '#lib/data/config-versions';
import { changed } from '#lib/domain/audit/audit-event';
import { takeBackApproval as decide } from '#lib/domain/config-versions/decide-version';
import { toVersionView, versionView } from '#lib/domain/config-versions/version-view';
import { ok } from '#lib/domain/result';
import { findOneVersion, versionNumber } from './find-one-version';

/** Takes the approval of a version back, before it is released; any owner may. */
export const takeBackApproval = defineCommand({
  capability: 'configuration.approve',
  input: z.strictObject({ number: versionNumber }),
  output: versionView,
  async run({ ctx, tx, input: { number } }) {
    const { workspaceId } = ctx;
    const found = await findOneVersion(ctx, tx, number);
    if (!found.ok) return found;
    const taken = decide(found.value);
    if (!taken.ok) return taken;
    await removeApproval(tx, { workspaceId, number });
    const [before, after] = [toVersionView(found.value), toVersionView({ ...found.value, approval: null })];
    const subject = `config_version:${String(number)}`;
    return ok(changed(after, { action: 'config_version.approval_taken_back', subject, before, after }));
  },
});
