import { checkConfiguration } from '#lib/queries/config-check';
import { toTomlRoute } from '#lib/shell/toml-route';

export const POST = toTomlRoute(checkConfiguration);
