import { acceptConfigFinding } from '#lib/commands/config-texts/accept-config-finding';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(acceptConfigFinding);
