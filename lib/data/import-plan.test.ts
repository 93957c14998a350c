import pg from 'pg';
import { expect, test } from 'vitest';
import { arrange } from '#test/arrange';
import { explained } from '#test/explained';
import { groups, importFiles, memberships, people, send } from '#test/imports';
import { db } from './db';
import { applyGroups } from './import-groups';
import { applyMembers, stampGroups } from './import-members';
import { applyPeople, applyRemovals } from './import-people';
import { planImport } from './import-plan';
import { findImport } from './imports';

const count = 1500;
const gone = 500;
/** As many of each kind, numbered from `from` on. */
const company = (from: number) => {
  const each = (made: (at: number) => string) => Array.from({ length: count }, (_, at) => made(from + at));
  return {
    'people.csv': people(...each((at) => `p${at},p${at}@acme.example,Person ${at},true`)),
    'groups.csv': groups(...each((at) => `g${at},Group ${at}`)),
    'memberships.csv': memberships(...each((at) => `g${at},p${at}`)),
  };
};

/** Has the staged tables analyzed, as autovacuum does in its own time; only their owner may. */
async function analyzeStaged(): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query('analyze "StagedPerson", "StagedGroup", "StagedMember"');
  await owner.end();
}

test('no rows are compared one by one, whatever the statistics say of an import', async () => {
  const { ctx } = await arrange();
  const { workspaceId, now: changedAt } = ctx;
  await importFiles(ctx, company(0));
  await importFiles(ctx, company(0), { dryRun: true });
  await analyzeStaged();
  const sent = await send(ctx, company(gone), { mode: 'replace' });
  const stored = await findImport(db, { workspaceId, id: sent.ok ? sent.value.id : '' });
  if (!stored) throw new Error('The files did not arrive.');

  const plans = await db.$transaction(async (tx) => {
    const { db: told, plans: all } = explained(tx);
    const plan = await planImport(told, { workspaceId, ...stored });
    expect(plan).toMatchObject({ byKind: { memberships: { added: gone, removed: gone, rejected: 0 } } });
    const written = { workspaceId, changedAt, changedBy: 'Mara' };
    await stampGroups(told, written);
    await applyRemovals(told);
    await applyPeople(told, written);
    await applyGroups(told, written);
    await applyMembers(told, { workspaceId, onPart: () => Promise.resolve(true) });
    return all;
  });

  expect(plans.length).toBeGreaterThan(30);
  expect(plans.filter((plan) => plan.includes('Nested Loop'))).toEqual([]);
});
