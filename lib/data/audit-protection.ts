import 'server-only';
import { z } from 'zod';
import type { Db } from './db';

const row = z.tuple([z.object({ byPrivilege: z.boolean(), byTrigger: z.boolean() })]);

/** What keeps this process from changing audit rows: its role's rights, the table's triggers. */
export type AuditProtection = { byPrivilege: boolean; byTrigger: boolean };

/**
 * What the database itself says about the protection of audit rows from the role we are signed in with.
 *
 * A role that owns the table could grant itself every right, so it never counts as kept off by privilege.
 */
export async function findAuditProtection(db: Db): Promise<AuditProtection> {
  const rows = await db.$queryRaw`
    select
      not (
        has_table_privilege(c.oid, 'update') or has_any_column_privilege(c.oid, 'update')
        or has_table_privilege(c.oid, 'delete') or has_table_privilege(c.oid, 'truncate')
        or pg_has_role(c.relowner, 'member')
      ) as "byPrivilege",
      exists (
        select from pg_trigger t
        where t.tgrelid = c.oid and t.tgname = 'audit_event_append_only' and t.tgenabled in ('O', 'A')
      ) and exists (
        select from pg_trigger t
        where t.tgrelid = c.oid and t.tgname = 'audit_event_no_truncate' and t.tgenabled in ('O', 'A')
      ) as "byTrigger"
    from pg_class c
    where c.oid = '"AuditEvent"'::regclass`;
  return row.parse(rows)[0];
}
