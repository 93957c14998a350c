'use server';

import { attestTask } from '#lib/commands/tasks/attest-task';
import { formInteger, toAction } from '#lib/shell/server-action';

export const acknowledgeAction = toAction(attestTask, { version: formInteger });
