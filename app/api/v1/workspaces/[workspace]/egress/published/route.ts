import { recordPublication } from '#lib/commands/egress/record-publication';
import { readPublished } from '#lib/queries/egress';
import { toJsonFileRoute, toQueryRoute } from '#lib/shell/http-route';

const maxBytes = 1024 * 1024;

export const GET = toQueryRoute(readPublished);
export const POST = toJsonFileRoute(recordPublication, maxBytes);
