'use server';

import { setUpInstallation } from '#lib/shell/visitor-actions';

export const setUpAction = setUpInstallation;
