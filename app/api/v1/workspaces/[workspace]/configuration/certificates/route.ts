import { readDraftCertificates } from '#lib/queries/certificates';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readDraftCertificates);
