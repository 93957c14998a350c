import { createPerson } from '#lib/commands/access/create-person';
import { readPeopleCsv } from '#lib/queries/people-file';
import { readPeople } from '#lib/queries/people';
import { toListRoute } from '#lib/shell/csv-route';
import { toRoute } from '#lib/shell/http-route';

export const GET = toListRoute(readPeople, readPeopleCsv);
export const POST = toRoute(createPerson);
