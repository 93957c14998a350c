'use server';

import { revokeSession } from '#lib/commands/sign-in/sessions';
import { toAction } from '#lib/shell/server-action';
import { signOutHere } from '#lib/shell/visitor-actions';

export const endSessionAction = toAction(revokeSession);

export const signOutAction = signOutHere;
