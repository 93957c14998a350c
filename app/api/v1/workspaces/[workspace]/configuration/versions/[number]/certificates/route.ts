import { readCertificates } from '#lib/queries/certificates';
import { certificateRoute } from '#lib/shell/certificate-route';
import { toQueryRoute } from '#lib/shell/http-route';

export const GET = toQueryRoute(readCertificates);
export const POST = certificateRoute;
