import 'server-only';
import { z } from 'zod';
import { findAuditProtection } from '#lib/data/audit-protection';
import { defineQuery } from './define-query';

/** What keeps the audit log as it was written. */
export const readAuditProtection = defineQuery({
  capability: 'activity.read',
  input: z.strictObject({}),
  output: z.object({ byPrivilege: z.boolean(), byTrigger: z.boolean() }),
  run: ({ db }) => findAuditProtection(db),
});
