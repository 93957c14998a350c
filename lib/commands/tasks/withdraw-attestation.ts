import 'server-only';
import { z } from 'zod';
import { taskIds } from '#lib/catalog/find-task';
import { defineCommand } from '#lib/commands/define-command';
import { appendAttestation, findAttestation } from '#lib/data/attestations';
import { withdraw } from '#lib/domain/attestations/attestation';
import { attestationView, toAttestationView } from '#lib/domain/attestations/attestation-view';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Takes back the word that stands on a task; what was said before stays in the record. */
export const withdrawAttestation = defineCommand({
  capability: 'task.attest',
  input: z.strictObject({ id: z.enum(taskIds), version: seenVersion }),
  output: attestationView,
  async run({ ctx, tx, input: { id, version } }) {
    const { workspaceId, now, actor } = ctx;
    const current = await findAttestation(tx, { workspaceId, taskId: id });
    const before = toAttestationView(id, current);
    if (before.version !== version) return err(conflict(before));

    const next = withdraw(current, { at: now, by: actor.name });
    if (!next.ok) return next;
    await appendAttestation(tx, { workspaceId, ...next.value });
    const after = toAttestationView(id, next.value);
    return ok(changed(after, { action: 'task.attestation_withdrawn', subject: `task:${id}`, before, after }));
  },
});
