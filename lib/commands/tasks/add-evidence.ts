import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { taskIds } from '#lib/catalog/find-task';
import { defineCommand } from '#lib/commands/define-command';
import { appendEvidence, listEvidenceVersions } from '#lib/data/evidence';
import { evidenceView, fileName, sha256Text } from '#lib/domain/attestations/evidence';
import { fileKindOf, isJson } from '#lib/domain/attestations/file-kind';
import { checkEvidence, nextVersion } from '#lib/domain/attestations/take-evidence';
import { changed } from '#lib/domain/audit/audit-event';
import { ok } from '#lib/domain/result';
import { sha256 } from '#lib/data/sha256';

/** Bytes with what they are. Found out while the input is parsed, so before the workspace's turn is taken. */
const content = z.instanceof(Uint8Array).transform((bytes) => ({
  bytes,
  told: {
    size: bytes.byteLength,
    sha256: sha256(bytes),
    kind: fileKindOf(bytes),
    isJson: isJson(bytes),
  },
}));

/** Adds a proof file to a task. A file of the same name becomes its next version; earlier ones stay. */
export const addEvidence = defineCommand({
  capability: 'evidence.write',
  input: z.strictObject({
    id: z.enum(taskIds),
    name: fileName,
    content,
    /** What the caller computed; compared with what arrived. */
    sha256: sha256Text.nullable().default(null),
  }),
  output: evidenceView,
  async run({ ctx, tx, input: { id: taskId, name, content: file, sha256: expected } }) {
    const { workspaceId } = ctx;
    const { size, sha256 } = file.told;
    const type = checkEvidence(name, file.told, expected);
    if (!type.ok) return type;

    const version = nextVersion(await listEvidenceVersions(tx, { workspaceId, taskId, name }));
    const { now: at, actor } = ctx;
    const after = {
      id: randomUUID(),
      taskId,
      name,
      type: type.value,
      size,
      sha256,
      version,
      at,
      by: actor.name,
    };
    await appendEvidence(tx, { workspaceId, file: after, bytes: file.bytes });
    return ok(changed(after, { action: 'evidence.added', subject: `task:${taskId}`, before: null, after }));
  },
});
