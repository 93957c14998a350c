import 'server-only';
import { z } from 'zod';
import type { Db } from '#lib/data/db';
import { findMemberEmail } from '#lib/data/members';
import { appRoles } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { dutiesOf, type Duty, type Owner } from '#lib/domain/owners/owner';

/** The duties of Step 0 that the caller holds, by app role or because an owner is named by the caller's e-mail. */
export async function heldDuties(ctx: Context, tx: Db, owners: readonly Owner[]): Promise<Duty[]> {
  const appRole = z.enum(appRoles).parse(ctx.actor.appRole);
  const email = await findMemberEmail(tx, { workspaceId: ctx.workspaceId, memberId: ctx.actor.id });
  return dutiesOf({ appRole, email }, owners);
}
