import { createSuggestedGroups } from '#lib/commands/access/create-suggested-groups';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(createSuggestedGroups);
