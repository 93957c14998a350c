import 'server-only';
import { z } from 'zod';
import { findTask, taskIds } from '#lib/catalog/find-task';
import { defineCommand } from '#lib/commands/define-command';
import { appendAttestation } from '#lib/data/attestations';
import { loadFacts } from '#lib/data/load-facts';
import { attest } from '#lib/domain/attestations/attest';
import { attestationFields } from '#lib/domain/attestations/attestation';
import { attestationView, toAttestationView } from '#lib/domain/attestations/attestation-view';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Records a person's word on a task that only a person can know. */
export const attestTask = defineCommand({
  capability: 'task.attest',
  input: z.strictObject({ id: z.enum(taskIds), ...attestationFields, version: seenVersion }),
  output: attestationView,
  async run({ ctx, tx, input: { id, note, link, version } }) {
    const { workspaceId, now, actor } = ctx;
    const facts = await loadFacts(ctx, tx);
    const task = findTask(id);
    // INVARIANT: the input is one of the guide's ids.
    if (!task) throw new Error(`No task ${id}.`);
    const current = facts.attestations.get(id);
    const before = toAttestationView(id, current);
    if (before.version !== version) return err(conflict(before));

    const word = attest(task, { note, link, at: now, by: actor.name }, facts);
    if (!word.ok) return word;
    await appendAttestation(tx, { workspaceId, ...word.value });
    const after = toAttestationView(id, word.value);
    return ok(changed(after, { action: 'task.attested', subject: `task:${id}`, before, after }));
  },
});
