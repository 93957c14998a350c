import { openApi } from '#lib/shell/openapi';

export const GET = (): Response => Response.json(openApi());
