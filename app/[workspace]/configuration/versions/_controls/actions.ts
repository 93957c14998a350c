'use server';

import { makeVersion } from '#lib/commands/config-versions/make-version';
import { formInteger, toAction } from '#lib/shell/server-action';

export const makeVersionAction = toAction(makeVersion, { version: formInteger });
