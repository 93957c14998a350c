'use server';

import { recoverWithLink } from '#lib/shell/visitor-actions';

export const recoverAction = recoverWithLink;
