import { clientPackageRoute } from '#lib/shell/client-package-route';

export const POST = clientPackageRoute;
