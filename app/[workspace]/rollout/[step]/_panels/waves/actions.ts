'use server';

import { changeWave } from '#lib/commands/waves/change-wave';
import { decideWave } from '#lib/commands/waves/decide-wave';
import { moveWave } from '#lib/commands/waves/move-wave';
import { planWave } from '#lib/commands/waves/plan-wave';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';
import { waveInput } from './wave-input';

export const planWaveAction = toAction(planWave, waveInput);
export const changeWaveAction = toAction(changeWave, waveInput);
export const moveWaveAction = toAction(moveWave, { version: formInteger });
export const decideWaveAction = toAction(decideWave, { version: formInteger, note: formOptional });
