'use server';

import { recordCheck } from '#lib/commands/validation/record-check';
import { toAction } from '#lib/shell/server-action';
import { checkInput } from './check-input';

export const recordCheckAction = toAction(recordCheck, checkInput);
