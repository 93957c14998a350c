import { setGroupMembers } from '#lib/commands/access/set-group-members';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setGroupMembers);
