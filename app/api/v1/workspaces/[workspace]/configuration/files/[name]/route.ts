import { readConfigurationFile } from '#lib/queries/configuration';
import { toFileRoute } from '#lib/shell/http-route';

export const GET = toFileRoute(readConfigurationFile, 'application/toml; charset=utf-8');
