// Roles and database of an embedded cluster.
import { connect } from './sql.mjs';

/**
 * Sees to it that the roles exist, with these passwords, and that the owner has the database. The app
 * role may connect and nothing more; `prisma/grants.sql` gives it its tables.
 * @param {{ superuserUrl: string }} urls
 * @param {{ owner: string, app: string }} passwords
 */
export async function prepareDatabase({ superuserUrl }, passwords) {
  const client = await connect(superuserUrl);
  try {
    const roles = { slipway_owner: passwords.owner, slipway_app: passwords.app };
    for (const [role, password] of Object.entries(roles)) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      const verb = known.rowCount ? 'alter' : 'create';
      const secret = client.escapeLiteral(password);
      await client.query(`${verb} role ${role} login nosuperuser nocreatedb nocreaterole password ${secret}`);
    }
    const known = await client.query("select 1 from pg_database where datname = 'slipway'");
    if (!known.rowCount) await client.query('create database slipway owner slipway_owner');
    await client.query('revoke all on database slipway from public');
    await client.query('grant connect on database slipway to slipway_app');
  } finally {
    await client.end();
  }
}
