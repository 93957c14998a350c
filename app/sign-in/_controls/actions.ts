'use server';

import { signInWithPassword } from '#lib/shell/visitor-actions';

export const signInAction = signInWithPassword;
