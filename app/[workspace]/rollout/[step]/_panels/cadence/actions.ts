'use server';

import { setCadence } from '#lib/commands/reviews/set-cadence';
import { formInteger, toAction } from '#lib/shell/server-action';

export const setCadenceAction = toAction(setCadence, { version: formInteger });
