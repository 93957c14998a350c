import { setReportingOwner } from '#lib/commands/reporting-owners/set-reporting-owner';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(setReportingOwner);
