import { readStepPeopleFile } from '#lib/queries/worklist';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readStepPeopleFile, 'text/csv; charset=utf-8');
