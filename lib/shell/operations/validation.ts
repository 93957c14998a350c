import 'server-only';
import { recordCheck } from '#lib/commands/validation/record-check';
import { changeWave } from '#lib/commands/waves/change-wave';
import { decideWave } from '#lib/commands/waves/decide-wave';
import { moveWave } from '#lib/commands/waves/move-wave';
import { planWave } from '#lib/commands/waves/plan-wave';
import { readChecks } from '#lib/queries/checks';
import { readWaves } from '#lib/queries/waves';
import type { Operations } from './operation';

/** Step 6: the checks, and the waves after the pilot. */
export const validationOperations = {
  '/checks': { get: { summary: 'Every check, item by item', of: readChecks } },
  '/checks/{id}/results': { post: { summary: 'Say what was seen of one item', of: recordCheck } },
  '/waves': {
    get: { summary: 'Every wave, with its criteria and signatures', of: readWaves },
    post: { summary: 'Plan another wave', of: planWave },
  },
  '/waves/{id}': { put: { summary: 'Change the plan of a wave', of: changeWave } },
  '/waves/{id}/state': { put: { summary: 'Begin, end or stop a wave', of: moveWave } },
  '/waves/{id}/verdicts': { post: { summary: 'Say go or no-go for a wave', of: decideWave } },
} as const satisfies Operations;
