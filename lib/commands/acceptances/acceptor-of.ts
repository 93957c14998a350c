import 'server-only';
import { z } from 'zod';
import type { Db } from '#lib/data/db';
import { findMemberEmail } from '#lib/data/members';
import type { Acceptor } from '#lib/domain/acceptances/accept-risk';
import { appRoles } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';

/** The caller as somebody who accepts. */
export async function acceptorOf({ actor, workspaceId }: Context, db: Db): Promise<Acceptor> {
  const email = await findMemberEmail(db, { workspaceId, memberId: actor.id });
  return { name: actor.name, appRole: z.enum(appRoles).parse(actor.appRole), email };
}
