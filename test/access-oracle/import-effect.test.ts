import { describe, expect, test } from 'vitest';
import { applyImport } from '#lib/commands/imports/apply-import';
import { db } from '#lib/data/db';
import { compareAccess, type Compared } from '#lib/domain/rbac/compare-access';
import { readExpectations } from '#lib/queries/expectations';
import { readImport, readImportFile } from '#lib/queries/imports';
import { arrange } from '#test/arrange';
import { addExpectation, setDefaults, setModel } from '#test/directory';
import { lines } from '#test/import-lines';
import { importFiles, work } from '#test/imports';
import { randomOf, type Random } from '#test/random';
import { resolvedPeople } from '#test/resolved';

const seeds = process.env.SLIPWAY_TEST_FULL === '1' ? 40 : 6;
const rounds = 5;

const keys = ['codex.local', 'codex.cloud', 'codex.administer', 'gpts.use'];
const peopleIds = Array.from({ length: 14 }, (_, at) => `p${String(at)}`);
const groupIds = Array.from({ length: 7 }, (_, at) => `g${String(at)}`);
const some = <T>(all: readonly T[], of: number, { chance }: Random) => all.filter(() => chance(of));

/** Files that name some people, groups and memberships, now and then badly. */
function someFiles(random: Random): Record<string, string> {
  const { chance, pick } = random;
  const email = (id: string) => (chance(0.05) ? 'nobody' : `${id}@acme.example`);
  const active = () => pick(['true', 'true', 'true', 'false', '', 'perhaps']);
  const pairs = groupIds.flatMap((group) => some(peopleIds, 0.25, random).map((id) => `${group},${id}`));
  const all = {
    'people.csv': lines(
      'id,email,name,active',
      ...some(peopleIds, 0.75, random).map(
        (id) => `${id},${email(id)},${pick(['Ada', 'Bo', 'Cy'])} ${id},${active()}`,
      ),
    ),
    'groups.csv': lines('id,name', ...some(groupIds, 0.7, random).map((id) => `${id},Group ${id}`)),
    'memberships.csv': lines('group_id,person_id', ...pairs, ...(chance(0.2) ? ['g99,p1'] : [])),
  };
  const sent = Object.entries(all).filter(() => chance(0.75));
  return sent.length === 0 ? all : Object.fromEntries(sent);
}

/** What hands do to a directory: roles for groups and people, memberships, somebody deactivated. */
async function byHand(workspaceId: string, random: Random): Promise<void> {
  const { chance, pick } = random;
  const [people, groups, roles] = await Promise.all([
    db.person.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } }),
    db.group.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } }),
    db.customRole.findMany({ where: { workspaceId }, orderBy: { name: 'asc' } }),
  ]);
  if (people.length === 0 || groups.length === 0) return;
  const here = { workspaceId };
  const rows = (all: readonly { number: number }[]) => some(all, 0.15, random);
  await db.groupRole.createMany({
    data: rows(groups).map(({ number }) => ({
      ...here,
      groupNumber: number,
      roleNumber: pick(roles).number,
    })),
    skipDuplicates: true,
  });
  await db.directRole.createMany({
    data: rows(people).map(({ number }) => ({
      ...here,
      personNumber: number,
      roleNumber: pick(roles).number,
    })),
    skipDuplicates: true,
  });
  await db.groupMember.createMany({
    data: rows(people).map(({ number }) => ({
      ...here,
      personNumber: number,
      groupNumber: pick(groups).number,
    })),
    skipDuplicates: true,
  });
  if (chance(0.3))
    await db.person.update({ where: { number: pick(people).number }, data: { isActive: chance(0.5) } });
}

async function company(workspaceId: string, random: Random): Promise<void> {
  await setDefaults(db, workspaceId, some(keys, 0.5, random));
  await setModel(db, workspaceId, random.pick(['guide-2026-03', 'tri-state']));
  const changed = { changedAt: new Date(), changedBy: 'Mara Lindqvist', version: 1 };
  for (const name of ['Pilot', 'Reader', 'Nothing']) {
    const said = name === 'Nothing' ? [] : some(keys, 0.6, random);
    const permissions = Object.fromEntries(said.map((key) => [key, random.chance(0.8)]));
    await db.customRole.create({
      data: { id: crypto.randomUUID(), workspaceId, name, permissions, ...changed },
    });
  }
  await addExpectation(db, workspaceId, {
    kind: 'nobody',
    permission: 'codex.cloud',
    group: 'g1',
    groupName: 'G',
  });
  await addExpectation(db, workspaceId, { kind: 'atMost', permission: 'codex.administer', people: 2 });
}

const nothing: Compared = { usesDefault: false, levels: new Map() };

/** Whom a way from one directory to another meets, by list: id -> permissions. */
function moved(before: Map<string, Compared>, after: Map<string, Compared>) {
  const lists = { losses: new Map(), gains: new Map(), leavesDefault: new Map() };
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const { losses, gains, leavesDefault } = compareAccess(
      before.get(id) ?? nothing,
      after.get(id) ?? nothing,
    );
    if (losses.length > 0) lists.losses.set(id, [...losses].sort());
    if (gains.length > 0) lists.gains.set(id, [...gains].sort());
    if (leavesDefault) lists.leavesDefault.set(id, [...losses].sort());
  }
  return lists;
}

type Shown = NonNullable<Awaited<ReturnType<typeof readImport>>>;

const shownOf = ({ whatIf }: Shown) =>
  Object.fromEntries(
    (['losses', 'gains', 'leavesDefault'] as const).map((list) => [
      list,
      new Map(whatIf?.[list].people.map(({ id, permissions }) => [id, [...permissions].sort()])),
    ]),
  );

describe('what the dry run of an import shows', () => {
  test.each(Array.from({ length: seeds }, (_, seed) => seed))(
    'is what everybody may do after it is applied, less what they may do before it (seed %i)',
    async (seed) => {
      const random = randomOf(seed + 1);
      const { ctx } = await arrange();
      const { workspaceId } = ctx;
      await company(workspaceId, random);
      let met = 0;
      for (let round = 0; round < rounds; round += 1) {
        await byHand(workspaceId, random);
        const [before, failing] = [await resolvedPeople(workspaceId), await failingIds(ctx)];
        const mode = random.pick(['merge', 'replace'] as const);

        const tried = await importFiles(ctx, someFiles(random), { dryRun: true, mode, skipRejected: true });
        const { plan, whatIf, id } = tried;
        if (!plan?.effect) throw new Error(`It was not tried out: ${tried.reason ?? ''}`);
        const applied = await applyImport(ctx, {
          ...{ id, skipRejected: true, removals: plan.toType, effect: plan.effect.mark },
        });
        expect(applied).toMatchObject({ ok: true });
        await work(ctx, id);
        const done = await readImport(ctx, { id });
        expect(done).toMatchObject({ state: 'done', plan: { effect: plan.effect } });

        const after = await resolvedPeople(workspaceId);
        const expected = moved(before, after);
        expect(shownOf(tried)).toEqual(expected);
        expect(whatIf).toMatchObject({
          losses: { count: expected.losses.size },
          gains: { count: expected.gains.size },
          leavesDefault: { count: expected.leavesDefault.size },
        });
        const active = await db.person.findMany({
          where: { workspaceId, isActive: true },
          select: { id: true },
        });
        const changed = new Set(Object.values(expected).flatMap((list) => [...list.keys()]));
        expect(plan.effect.unchanged).toBe(active.filter((one) => !changed.has(one.id)).length);
        expect(plan.effect.comeWithRoles).toBe(
          active.filter((one) => !before.has(one.id) && after.get(one.id)?.usesDefault === false).length,
        );
        const now = await failingIds(ctx);
        for (const one of now)
          if (!failing.includes(one)) expect(plan.effect.breaks.map((b) => b.id)).toContain(one);
        for (const { id: broken } of plan.effect.breaks) expect(now).toContain(broken);
        expect(await csvLines(ctx, id)).toBe(1 + changedRows(expected));
        met += changed.size;
      }
      expect(met).toBeGreaterThan(0);
    },
    240_000,
  );
});

type Ctx = Awaited<ReturnType<typeof arrange>>['ctx'];

async function failingIds(ctx: Ctx): Promise<string[]> {
  const found = await readExpectations(ctx, {});
  return (found?.results ?? []).filter(({ holds }) => !holds).map(({ id }) => id);
}

async function csvLines(ctx: Ctx, id: string): Promise<number> {
  let text = '';
  for await (const chunk of (await readImportFile(ctx, { id }))?.chunks ?? []) text += chunk;
  return text.trimEnd().split('\n').length;
}

const changedRows = (lists: ReturnType<typeof moved>) =>
  Object.values(lists).reduce((sum, { size }) => sum + size, 0);
