'use server';

import { joinByInvitation } from '#lib/shell/join-by-invitation';

export const joinAction = joinByInvitation;
