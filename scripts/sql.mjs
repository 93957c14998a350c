// Connections to Postgres for the scripts.

/** @param {unknown} error */
const reasonOf = (error) => {
  if (error instanceof AggregateError) return error.errors.map((each) => each.message).join(', ');
  return error instanceof Error ? error.message : String(error);
};

/**
 * An open connection. The caller ends it.
 * @param {string} url
 * @returns {Promise<import('pg').Client>}
 */
export async function connect(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, application_name: 'slipway-scripts' });
  client.on('error', () => {}); // A lost connection fails the query in flight; that error is enough.
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname, username } = new URL(url);
    throw new Error(`No connection to ${host}${pathname} as ${username}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
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
