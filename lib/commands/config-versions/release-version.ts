import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listCertificates } from '#lib/data/certificates';
import { findFleet } from '#lib/data/clients';
import { appendRelease } from '#lib/data/config-versions';
import { countActiveMembers } from '#lib/data/member-records';
import { changed } from '#lib/domain/audit/audit-event';
import { certificateOf } from '#lib/domain/certificates/run';
import { release } from '#lib/domain/config-versions/decide-version';
import { toVersionView, versionView } from '#lib/domain/config-versions/version-view';
import { ok } from '#lib/domain/result';
import { multilineText } from '#lib/domain/text';
import { findOneVersion, versionNumber } from './find-one-version';

const reason = multilineText({ min: 0, max: 1000 }).default('');

/** Releases a version: its bytes are from now on the ones that machines are to have. */
export const releaseVersion = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ number: versionNumber, withoutApproval: reason, withoutCertificate: reason }),
  output: versionView,
  async run({ ctx, tx, input: { number, ...reasons } }) {
    const { workspaceId, now } = ctx;
    const found = await findOneVersion(ctx, tx, number);
    if (!found.ok) return found;
    const { id, name } = ctx.actor;
    const activeMembers = await countActiveMembers(tx, { workspaceId, now });
    const runs = await listCertificates(tx, { workspaceId, sha256: found.value.sha256 });
    const certificates = runs.flatMap((run) => certificateOf(run) ?? []);
    const fleet = await findFleet(tx, { workspaceId });
    const at = { activeMembers, certificates, fleet, ...reasons };
    const released = release(found.value, { id, name, now }, at);
    if (!released.ok) return released;
    await appendRelease(tx, { workspaceId, number, ...released.value });
    const after = toVersionView({ ...found.value, release: released.value });
    const subject = `config_version:${String(number)}`;
    const before = toVersionView(found.value);
    return ok(changed(after, { action: 'config_version.released', subject, before, after }));
  },
});
