import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { withdrawAcceptance } from '#lib/commands/acceptances/withdraw-acceptance';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(acceptRisk);
export const DELETE = toRoute(withdrawAcceptance);
