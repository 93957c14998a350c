import { fetchClient } from '#lib/commands/clients/fetch-client';
import { readClients } from '#lib/queries/clients';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readClients);
export const POST = toRoute(fetchClient);
