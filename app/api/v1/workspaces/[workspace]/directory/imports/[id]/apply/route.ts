import { applyImport } from '#lib/commands/imports/apply-import';
import { toRoute } from '#lib/shell/http-route';

export const POST = toRoute(applyImport);
