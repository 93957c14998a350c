import { readTeamConfigZip } from '#lib/queries/team-config';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readTeamConfigZip, 'application/zip');
