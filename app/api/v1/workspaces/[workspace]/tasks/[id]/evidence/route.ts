import { addEvidence } from '#lib/commands/tasks/add-evidence';
import { listEvidence } from '#lib/queries/evidence';
import { protect, toUploadRoute } from '#lib/shell/file-route';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = protect(toQueryRoute(listEvidence));
export const POST = toUploadRoute(addEvidence);
