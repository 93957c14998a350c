import { health } from '#lib/shell/health';

export const GET = health;
