import { err, ok, type Result } from '#lib/domain/result';
import { basisOf } from '#lib/domain/rollout/basis';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { TaskDefinition } from '#lib/domain/rollout/task';
import type { Attestation } from './attestation';

/** Why a word on a task is not taken. */
export type AttestError = { code: 'decided_by_data'; message: string };

/**
 * A word on `task`, given for all it rests on as that is now.
 *
 * Fails with `decided_by_data` for a task that data or another tool decides: those cannot be ticked.
 */
export function attest(
  task: TaskDefinition,
  word: Pick<Attestation, 'note' | 'link' | 'at' | 'by'>,
  facts: RolloutFacts,
): Result<Attestation, AttestError> {
  if (task.decidedBy.kind !== 'attestation') {
    const message = 'Data decides this task: it is done once what it asks for is there.';
    return err({ code: 'decided_by_data', message });
  }
  const version = (facts.attestations.get(task.id)?.version ?? 0) + 1;
  const restsOn = basisOf(task.decidedBy.restsOn, facts);
  return ok({ taskId: task.id, kind: 'given', ...word, restsOn, version });
}
