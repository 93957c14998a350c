import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { setOwner } from '#lib/commands/owners/set-owner';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { findBreak } from '#lib/domain/audit/chain';
import { arrange } from '#test/arrange';
import { listChain } from './audit-log';
import { db } from './db';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the chain', () => {
  test('holds over the rows of many writes at once', async () => {
    const { ctx, as } = await arrange();
    const other = await as('it_owner');
    const confirm = (index: number) =>
      confirmSetting(index % 2 ? ctx : other, {
        key: 'codex.local',
        state: index % 3 ? 'on' : 'off',
        note: `№ ${index}: "quoted" 🚀 שלום\nsecond line`,
      });

    for (let first = 0; first < 40; first += 8) {
      await Promise.all(Array.from({ length: 8 }, (_, index) => confirm(first + index)));
    }

    const chain = await listChain(db, { workspaceId: ctx.workspaceId });
    expect(chain.map((event) => event.sequence)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(findBreak(chain, sha256)).toBeNull();
  });

  test('begins anew in each workspace', async () => {
    const [mine, theirs] = [await arrange(), await arrange()];
    await setDecision(mine.ctx, { surfaces: 'both', version: 0 });
    await setOwner(theirs.ctx, { duty: 'it', name: 'Devi Rao', email: null, version: 0 });

    const chain = await listChain(db, { workspaceId: theirs.ctx.workspaceId });

    expect(chain).toMatchObject([{ sequence: 1, action: 'owner.named', previousHash: '0'.repeat(64) }]);
    expect(findBreak(chain, sha256)).toBeNull();
  });

  test('a row changed behind our back is found', async () => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'local', version: 0 });
    await setDecision(ctx, { surfaces: 'both', version: 1 });

    const chain = await listChain(db, { workspaceId: ctx.workspaceId });
    const forged = chain.map((event) =>
      event.sequence === 1 ? { ...event, after: { surfaces: 'cloud', version: 1 } } : event,
    );

    expect(findBreak(forged, sha256)).toBe(1);
  });
});

describe('the audit log in the database', () => {
  const statements = [
    ['change', `update "AuditEvent" set "actorName" = 'Nobody' where "workspaceId" = $1`],
    ['remove', `delete from "AuditEvent" where "workspaceId" = $1`],
  ] as const;
  const clients = {
    app: new pg.Client({ connectionString: process.env.DATABASE_URL }),
    owner: new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL }),
  };

  beforeAll(() => Promise.all(Object.values(clients).map((client) => client.connect())));
  afterAll(() => Promise.all(Object.values(clients).map((client) => client.end())));

  test.each(statements)('lets the app role %s no event', async (_, statement) => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'both', version: 0 });

    await expect(clients.app.query(statement, [ctx.workspaceId])).rejects.toThrow('permission denied');
  });

  test.each(statements)('lets the owner role %s no event either', async (_, statement) => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'both', version: 0 });

    await expect(clients.owner.query(statement, [ctx.workspaceId])).rejects.toThrow('append only');
  });

  test('can be emptied by neither role', async () => {
    await expect(clients.app.query('truncate "AuditEvent"')).rejects.toThrow('permission denied');
    await expect(clients.owner.query('truncate "AuditEvent"')).rejects.toThrow('append only');
  });
});
