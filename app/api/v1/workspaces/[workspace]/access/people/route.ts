import { createPerson } from '#lib/commands/access/create-person';
import { readPeople } from '#lib/queries/people';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readPeople);
export const POST = toRoute(createPerson);
