// Connections to Postgres for the scripts.

/**
 * An open connection. The caller ends it.
 * @param {string} url
 * @returns {Promise<import('pg').Client>}
 */
export async function connect(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, application_name: 'slipway-scripts' });
  client.on('error', () => {}); // A lost connection fails the query in flight; that error is enough.
  await client.connect();
  return client;
}

/** The oldest PostgreSQL we work with. */
export const oldestPostgres = 15;

/**
 * Throws when the server is older than {@link oldestPostgres}.
 * @param {import('pg').Client} client
 */
export async function refuseOldPostgres(client) {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version",
  );
  if (rows[0].major >= oldestPostgres) return;
  throw new Error(
    `The database server is PostgreSQL ${rows[0].version}. Slipway needs PostgreSQL ${oldestPostgres} or later.`,
  );
}
