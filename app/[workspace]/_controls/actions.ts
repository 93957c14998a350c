'use server';

import { signOutHere } from '#lib/shell/visitor-actions';

export const signOutAction = signOutHere;
