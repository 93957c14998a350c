import { readStepAddresses } from '#lib/queries/worklist';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readStepAddresses, 'text/plain; charset=utf-8');
