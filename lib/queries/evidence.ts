import 'server-only';
import { z } from 'zod';
import { taskIds } from '#lib/catalog/find-task';
import { findEvidence, listEvidenceVersions } from '#lib/data/evidence';
import { evidenceView } from '#lib/domain/attestations/evidence';
import { Damaged } from '#lib/domain/errors';
import { defineQuery } from './define-query';
import { sha256 } from '#lib/data/sha256';

/** The proof files of a task in every version, newest first. */
export const listEvidence = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: z.enum(taskIds) }),
  output: z.object({ files: z.array(evidenceView) }),
  async run({ ctx: { workspaceId }, db, input: { id: taskId } }) {
    return { files: await listEvidenceVersions(db, { workspaceId, taskId }) };
  },
});

/**
 * One version of a proof file, ready to be handed out.
 *
 * Throws `Damaged` when the stored bytes are no longer those that were given: they are never handed out.
 */
export const readEvidence = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: z.enum(taskIds), file: z.uuid() }),
  output: z.object({
    name: z.string(),
    type: z.string(),
    bytes: z.instanceof(Uint8Array),
    sha256: z.string(),
  }),
  async run({ ctx: { workspaceId }, db, input: { id: taskId, file: id } }) {
    const found = await findEvidence(db, { workspaceId, taskId, id });
    if (!found) return null;
    const { bytes, file } = found;
    const { name, type } = file;
    if (sha256(bytes) !== file.sha256) throw new Damaged('evidence_damaged');
    return { name, type, bytes, sha256: file.sha256 };
  },
});
