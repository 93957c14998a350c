'use server';

import { removeExampleHere, signOutHere } from '#lib/shell/visitor-actions';

export const signOutAction = signOutHere;
export const removeExampleAction = removeExampleHere;
