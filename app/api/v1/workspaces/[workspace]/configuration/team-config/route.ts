import { setTeamConfig } from '#lib/commands/team-config/set-team-config';
import { readTeamConfig } from '#lib/queries/team-config';
import { toQueryRoute, toRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readTeamConfig);
export const PUT = toRoute(setTeamConfig);
