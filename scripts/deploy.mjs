// Migrates a database with a dump of it taken first, where there is something to lose.
import { dump } from './dump.mjs';
import { migrate, pendingMigrations } from './migrate.mjs';

/**
 * Dumps an existing database when migrations wait for it, then migrates. Gives what was done, as text.
 * @param {import('./migrate.mjs').DatabaseUrls} urls
 */
export async function deploy(urls) {
  const { applied, pending } = await pendingMigrations(urls.ownerUrl);
  const file = applied.length > 0 && pending.length > 0 ? await dump(urls.ownerUrl) : null;
  const done = await migrate(urls);
  const what = done.length > 0 ? `applied ${done.join(', ')}` : 'nothing to apply';
  return file ? `dumped to ${file}; ${what}` : what;
}
