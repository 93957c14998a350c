import { approveVersion } from '#lib/commands/config-versions/approve-version';
import { takeBackApproval } from '#lib/commands/config-versions/take-back-approval';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(approveVersion);
export const DELETE = toRoute(takeBackApproval);
