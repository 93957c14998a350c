import 'server-only';
import { db } from '#lib/data/db';
import { askDatabase } from '#lib/data/health';

/** Whether the database answers. */
export async function isDatabaseUp(): Promise<boolean> {
  return askDatabase(db).then(
    () => true,
    () => false,
  );
}
