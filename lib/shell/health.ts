import 'server-only';
import { isDatabaseUp } from '#lib/queries/health';
import { version } from './version';

/** Whether the product can work: 200, or 503 while the database is away. Says nothing else to strangers. */
export async function health(): Promise<Response> {
  const isUp = await isDatabaseUp();
  return Response.json(
    { app: 'up', database: isUp ? 'up' : 'down', version },
    { status: isUp ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
