'use server';

import { createApiToken } from '#lib/commands/api-tokens/create-api-token';
import { revokeApiToken } from '#lib/commands/api-tokens/revoke-api-token';
import { fetchClient } from '#lib/commands/clients/fetch-client';
import { removeClient } from '#lib/commands/clients/remove-client';
import { setFleet } from '#lib/commands/clients/set-fleet';
import { revokeOtherSessions, revokeSession } from '#lib/commands/sign-in/sessions';
import { setLabels } from '#lib/commands/workspaces/set-labels';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';
import { signOutHere } from '#lib/shell/visitor-actions';

export const endSessionAction = toAction(revokeSession);

export const endOtherSessionsAction = toAction(revokeOtherSessions);

export const createTokenAction = toAction(createApiToken, { endsOn: formOptional });

export const revokeTokenAction = toAction(revokeApiToken);

export const setLabelsAction = toAction(setLabels, { version: formInteger });

export const fetchClientAction = toAction(fetchClient);

export const removeClientAction = toAction(removeClient);

export const setFleetAction = toAction(setFleet, { version: formInteger });

export const signOutAction = signOutHere;
