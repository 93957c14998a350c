import 'server-only';
import { randomUUID } from 'node:crypto';
import { appendAccount, findAccountByEmail } from '#lib/data/accounts';
import { db, type Db } from '#lib/data/db';
import { appendMember, findMembership } from '#lib/data/members';
import { takeTurn, transact } from '#lib/data/transact';
import { appendExample, findExampleId, removeExampleWorkspace } from '#lib/data/workspaces';
import type { Context } from '#lib/domain/context';
import { exampleFacts, examplePeople, type ExamplePerson } from '#lib/domain/example/example';
import { exampleStory } from './example-story';
import type { Moment } from './moment';

type Member = { memberId: string; accountId: string };
type Cast = Record<ExamplePerson, Member>;

/**
 * Makes Acme, an example rollout half way, unless it is there; gives its workspace's id.
 *
 * Everything in it is written by the commands a person would use, as its invented members, at times that lead
 * up to `now`. What is half made is removed again when something fails. `passwordHash` lets the invented
 * members sign in.
 */
export async function createExample(now: Date, passwordHash: string | null): Promise<string> {
  const known = await findExampleId(db);
  if (known) return known;
  const workspaceId = randomUUID();
  const cast = await transact('installation', (tx) => appendCast(tx, { workspaceId, now, passwordHash }));
  try {
    for (const moment of exampleStory) {
      const at = momentBefore(now, moment.minutesAgo);
      await tell(moment, contextOf(moment.who, { workspaceId, cast, at }));
    }
  } catch (thrown) {
    await removeExampleWorkspace(db, { workspaceId });
    throw thrown;
  }
  return workspaceId;
}

/** Makes an account a workspace owner of the example, unless it is a member already. */
export async function joinExample(
  tx: Db,
  { workspaceId, accountId, now }: { workspaceId: string; accountId: string; now: Date },
): Promise<void> {
  await takeTurn(tx, workspaceId);
  if (await findMembership(tx, { workspaceId, accountId })) return;
  await appendMember(tx, {
    id: randomUUID(),
    workspaceId,
    accountId,
    appRole: 'workspace_owner',
    createdAt: now,
  });
}

const momentBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000);

type Made = { workspaceId: string; now: Date; passwordHash: string | null };

async function appendCast(tx: Db, { workspaceId, now, passwordHash }: Made): Promise<Cast> {
  const createdAt = momentBefore(now, 21 * 24 * 60);
  await appendExample(tx, { id: workspaceId, ...exampleFacts, createdAt });
  const cast = new Map<string, Member>();
  for (const [key, { name, email, appRole }] of Object.entries(examplePeople)) {
    const found = await findAccountByEmail(tx, { email });
    const accountId = found?.id ?? randomUUID();
    if (!found) await appendAccount(tx, { id: accountId, name, email, passwordHash, createdAt });
    const memberId = randomUUID();
    await appendMember(tx, { id: memberId, workspaceId, accountId, appRole, createdAt });
    cast.set(key, { memberId, accountId });
  }
  return Object.fromEntries(cast) as Cast; // safe because it holds every one of examplePeople
}

type Scene = { workspaceId: string; cast: Cast; at: Date };

function contextOf(who: ExamplePerson, { workspaceId, cast, at }: Scene): Context {
  const { name, appRole } = examplePeople[who];
  const { memberId, accountId } = cast[who];
  return {
    workspaceId,
    actor: { id: memberId, accountId, name, appRole },
    now: at,
    requestId: randomUUID(),
    via: 'start',
  };
}

async function tell({ command, input }: Moment, ctx: Context): Promise<void> {
  const result = await command(ctx, typeof input === 'function' ? await input(ctx) : input);
  if (result.ok) return;
  throw new Error(`The example could not be made: ${result.error.code}, ${result.error.message}`);
}
