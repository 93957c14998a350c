import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { importFiles, lines, send, work } from '#test/imports';
import { readImport } from '#lib/queries/imports';
import { applyImport } from './apply-import';
import { cancelImport } from './cancel-import';
import { clearImports } from './clear-imports';

const people = (...rows: string[]) => lines('id,email,name,active', ...rows);
const groups = (...rows: string[]) => lines('id,name', ...rows);
const memberships = (...rows: string[]) => lines('group_id,person_id', ...rows);

const small = {
  'people.csv': people(
    'p1,ada@acme.example,Ada,true',
    'p2,Ravi@Acme.example,Ravi,false',
    'p3,mei@acme.example,Mei,',
  ),
  'groups.csv': groups('g1,Platform', 'g2,Data'),
  'memberships.csv': memberships('g1,p1', 'g1,p2', 'g2,p1', 'g2,p1'),
};

const peopleOf = (workspaceId: string) =>
  db.person.findMany({ where: { workspaceId }, orderBy: { id: 'asc' }, omit: { number: true } });
const pairsOf = async (workspaceId: string) => {
  const rows = await db.groupMember.findMany({
    where: { workspaceId },
    include: { group: true, person: true },
  });
  return rows
    .map(({ group, person, isImported }) => `${group.id} ${person.id}${isImported ? '' : ' by hand'}`)
    .sort();
};
const stampOf = (workspaceId: string) => db.directoryStamp.findUnique({ where: { workspaceId } });
const stagedOf = async (workspaceId: string) => {
  const rows: unknown = await db.$queryRaw`
    select (select count(*)::int from "StagedPerson" where "import" = i."number") as "people",
      (select count(*)::int from "ImportChunk" where "import" = i."number") as "chunks"
    from "DirectoryImport" i where i."workspaceId" = ${workspaceId}::uuid`;
  return rows;
};

describe('an import that adds to what is there', () => {
  test('is stored with one entry in the record, in the name of whoever asked, and leaves nothing staged', async () => {
    const { ctx, as } = await arrange();
    const it = await as('it_owner');

    const sent = await send(it, small);
    expect(sent).toMatchObject({ ok: true, value: { state: 'queued', dryRun: false, counts: { added: 0 } } });
    if (!sent.ok) return;
    await work(ctx, sent.value.id);

    expect(await readImport(ctx, { id: sent.value.id })).toMatchObject({
      state: 'done',
      counts: { added: 8, changed: 0, removed: 0, unchanged: 0, rejected: 0 },
      by: it.actor.name,
    });
    expect(await peopleOf(ctx.workspaceId)).toMatchObject([
      { id: 'p1', email: 'ada@acme.example', name: 'Ada', isActive: true, isImported: true, version: 1 },
      { id: 'p2', email: 'ravi@acme.example', isActive: false },
      { id: 'p3', isActive: true },
    ]);
    expect(await pairsOf(ctx.workspaceId)).toEqual(['g1 p1', 'g1 p2', 'g2 p1']);
    expect(
      await db.group.findMany({ where: { workspaceId: ctx.workspaceId }, orderBy: { id: 'asc' } }),
    ).toMatchObject([
      { id: 'g1', source: 'manual', version: 1, rolesVersion: 0, isImported: true },
      { id: 'g2' },
    ]);
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'directory.imported',
        actorId: it.actor.id,
        via: 'job',
        after: {
          mode: 'merge',
          counts: { added: 8 },
          files: [
            { name: 'people.csv', rows: 3, sha256 },
            { rows: 2, sha256 },
            { rows: 4, sha256 },
          ],
        },
      },
    ]);
    expect(await stagedOf(ctx.workspaceId)).toEqual([{ people: 0, chunks: 0 }]);
  });

  test('the same files again change nothing: no version, no stamp, no entry', async () => {
    const { ctx } = await arrange();
    await importFiles(ctx, small);
    const [before, stamp] = [await peopleOf(ctx.workspaceId), await stampOf(ctx.workspaceId)];

    for (const mode of ['merge', 'replace'] as const) {
      const again = await importFiles(ctx, small, { mode });
      expect(again).toMatchObject({
        state: 'done',
        counts: { added: 0, changed: 0, removed: 0, unchanged: 8 },
      });
    }

    expect(await peopleOf(ctx.workspaceId)).toEqual(before);
    expect(await stampOf(ctx.workspaceId)).toEqual(stamp);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('changes what a file names, removes nothing, and leaves what is by hand by hand', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    const byHand = await addPerson(db, workspaceId, { name: 'Nadia', email: 'nadia@acme.example' });
    await importFiles(ctx, small);

    const result = await importFiles(ctx, {
      'people.csv': people('p1,ada@acme.example,Ada Lovelace,', `${byHand},nadia@acme.example,Nadia P,false`),
    });

    expect(result.counts).toEqual({ added: 0, changed: 2, removed: 0, unchanged: 0, rejected: 0 });
    const stored = await peopleOf(workspaceId);
    expect(stored.find(({ id }) => id === 'p1')).toMatchObject({
      name: 'Ada Lovelace',
      isActive: true,
      version: 2,
    });
    expect(stored.find(({ id }) => id === byHand)).toMatchObject({
      isActive: false,
      isImported: false,
      version: 2,
    });
    expect(stored).toHaveLength(4);
  });

  test('addresses and names may change hands within a file', async () => {
    const { ctx } = await arrange();
    await importFiles(ctx, small);

    const result = await importFiles(ctx, {
      'people.csv': people('p1,ravi@acme.example,Ada,true', 'p2,ada@acme.example,Ravi,false'),
      'groups.csv': groups('g1,Data', 'g2,Platform'),
    });

    expect(result).toMatchObject({ state: 'done', counts: { changed: 4 } });
    expect((await peopleOf(ctx.workspaceId)).map(({ email }) => email)).toEqual([
      'ravi@acme.example',
      'ada@acme.example',
      'mei@acme.example',
    ]);
  });

  test('another workspace stays as it is, and ids there mean nothing here', async () => {
    const [here, there] = [await arrange(), await arrange()];
    await importFiles(there.ctx, small);
    const [before, stamp] = [await peopleOf(there.ctx.workspaceId), await stampOf(there.ctx.workspaceId)];

    await importFiles(
      here.ctx,
      { 'people.csv': people('p1,ada@acme.example,Someone,true') },
      { mode: 'replace' },
    );
    const unknown = await importFiles(here.ctx, { 'memberships.csv': memberships('g1,p1') });

    expect(unknown).toMatchObject({ state: 'failed', counts: { rejected: 1 } });
    expect(await peopleOf(there.ctx.workspaceId)).toEqual(before);
    expect(await stampOf(there.ctx.workspaceId)).toEqual(stamp);
    expect(await readImport(there.ctx, { id: unknown.id })).toBeNull();
  });
});

describe('an import that replaces', () => {
  const many = {
    'people.csv': people(
      ...Array.from({ length: 40 }, (_, at) => `p${at},p${at}@acme.example,Person ${at},true`),
    ),
    'groups.csv': groups('g1,Platform'),
    'memberships.csv': memberships(...Array.from({ length: 40 }, (_, at) => `g1,p${at}`)),
  };
  const without = (file: string, ...starts: string[]) =>
    file
      .split('\n')
      .filter((line) => !starts.some((start) => line.startsWith(start)))
      .join('\n');

  test('removes what earlier imports brought, of the kinds sent alone, and never what is by hand', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    await importFiles(ctx, many);
    const byHand = await addPerson(db, workspaceId);
    const group = await db.group.findFirstOrThrow({ where: { workspaceId } });
    const [p1, own] = await Promise.all(
      ['p1', byHand].map((id) => db.person.findFirstOrThrow({ where: { workspaceId, id } })),
    );
    const manual = await addGroup(db, workspaceId, { name: 'Manual' });
    const manualGroup = await db.group.findFirstOrThrow({ where: { workspaceId, id: manual } });
    await db.groupMember.createMany({
      data: [
        { workspaceId, groupNumber: group.number, personNumber: own?.number ?? 0 },
        { workspaceId, groupNumber: manualGroup.number, personNumber: p1?.number ?? 0 },
      ],
    });

    const result = await importFiles(
      ctx,
      { 'people.csv': without(many['people.csv'], 'p7,', 'p8,') },
      { mode: 'replace' },
    );

    expect(result).toMatchObject({
      state: 'done',
      counts: { removed: 2, unchanged: 38 },
      plan: { goesAlong: { memberships: 2 } },
    });
    const left = await peopleOf(workspaceId);
    expect(left.map(({ id }) => id)).toContain(byHand);
    expect(left).toHaveLength(39);
    const pairs = await pairsOf(workspaceId);
    expect(pairs).toHaveLength(40);
    expect(pairs).toEqual(expect.arrayContaining([`g1 ${byHand} by hand`, `${manual} p1 by hand`]));
    expect(pairs).not.toContain('g1 p7');
  });

  test('above 5 % the number is asked for, and only the right one goes on', async () => {
    const { ctx } = await arrange();
    await importFiles(ctx, many);
    const fewer = { 'people.csv': without(many['people.csv'], 'p1') };

    const asked = await importFiles(ctx, fewer, { mode: 'replace' });
    expect(asked).toMatchObject({ state: 'failed', plan: { toType: 11 }, counts: { removed: 0 } });
    expect(asked.reason).toContain('11');
    expect(await peopleOf(ctx.workspaceId)).toHaveLength(40);

    const { id } = asked;
    const wrong = await applyImport(ctx, { id, removals: 10 });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'removals_unconfirmed', removals: 11 } });
    expect(await applyImport(ctx, { id, removals: 11 })).toMatchObject({
      ok: true,
      value: { state: 'queued' },
    });
    await work(ctx, id);

    expect(await readImport(ctx, { id })).toMatchObject({ state: 'done', counts: { removed: 11 } });
    expect(await peopleOf(ctx.workspaceId)).toHaveLength(29);
  });

  test('memberships that no file names go, and whoever has the group open is told by its version', async () => {
    const { ctx } = await arrange();
    await importFiles(ctx, many);

    const fewer = { 'memberships.csv': without(many['memberships.csv'], 'g1,p39') };
    expect(await importFiles(ctx, fewer, { mode: 'replace' })).toMatchObject({
      counts: { removed: 1, unchanged: 39 },
    });

    expect(await pairsOf(ctx.workspaceId)).not.toContain('g1 p39');
    expect(await db.group.findMany({ where: { workspaceId: ctx.workspaceId } })).toMatchObject([
      { version: 2 },
    ]);
  });

  test('a person whose row is bad is named all the same, and stays', async () => {
    const { ctx } = await arrange();
    await importFiles(ctx, many);
    const broken = { 'people.csv': many['people.csv'].replace('p5@acme.example', 'nonsense') };

    const result = await importFiles(ctx, broken, { mode: 'replace', skipRejected: true });

    expect(result).toMatchObject({ state: 'done', counts: { removed: 0, rejected: 1 } });
    expect(await peopleOf(ctx.workspaceId)).toHaveLength(40);
  });
});

describe('rows that cannot be taken', () => {
  const bad = {
    'people.csv': people(
      'p1,ada@acme.example,Ada,true',
      'p1,other@acme.example,Twice,true',
      'p2,ADA@acme.example,Same address,true',
      'p3,no address,Mei,true',
      'p4,p4@acme.example,Ola,perhaps',
      'p5,taken@acme.example,Piotr,true',
    ),
    'groups.csv': lines('id;name;source', 'g1;Platform;scim', 'g2;platform;manual', 'g3;Data;ldap'),
    'memberships.csv': memberships('g1,p1', 'g9,p1', 'g1,p9', 'g1,p3', 'g9,p1'),
  };
  const rejected = [
    ['people.csv', 3, 'id'],
    ['people.csv', 4, 'email'],
    ['people.csv', 5, 'email'],
    ['people.csv', 6, 'active'],
    ['people.csv', 7, 'email'],
    ['groups.csv', 3, 'name'],
    ['groups.csv', 4, 'source'],
    ['memberships.csv', 3, 'group_id'],
    ['memberships.csv', 4, 'person_id'],
    ['memberships.csv', 5, 'person_id'],
    ['memberships.csv', 6, 'group_id'],
  ];

  test('are listed with file, line, column and reason, and block the whole import', async () => {
    const { ctx } = await arrange();
    await addPerson(db, ctx.workspaceId, { email: 'taken@acme.example' });

    const result = await importFiles(ctx, bad);

    expect(result).toMatchObject({ state: 'failed', counts: { added: 0, rejected: rejected.length } });
    expect(result.rejected.map(({ file, line, column }) => [file, line, column])).toEqual(rejected);
    expect(result.rejected.every(({ reason }) => reason.length > 10)).toBe(true);
    expect(await peopleOf(ctx.workspaceId)).toHaveLength(1);
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });

  test('are left out where somebody says so', async () => {
    const { ctx } = await arrange();
    await addPerson(db, ctx.workspaceId, { email: 'taken@acme.example' });

    const result = await importFiles(ctx, bad, { skipRejected: true });

    expect(result).toMatchObject({ state: 'done', counts: { added: 3, rejected: rejected.length } });
    expect(await pairsOf(ctx.workspaceId)).toEqual(['g1 p1']);
  });

  test('the first 1,000 are listed and all are counted', async () => {
    const { ctx } = await arrange();
    const rows = Array.from({ length: 1500 }, (_, at) => `p${at},broken,Person,true`);

    const result = await importFiles(ctx, { 'people.csv': people(...rows) });

    expect(result.counts.rejected).toBe(1500);
    expect(result.rejected).toHaveLength(1000);
  });

  test.each([
    ['a zip', Buffer.from('PK\u0003\u0004 and more'), 'file_refused'],
    ['binary', Buffer.from([1, 2, 0, 255, 254, 0, 3, 9]), 'file_refused'],
    ['a row of 10 MB', `id,email,name\n${'x'.repeat(10_000_000)}`, 'file_refused'],
    ['a quote that is never closed', `id,email,name\np1,"${'x,\n'.repeat(40_000)}`, 'file_refused'],
    ['another first line', 'number;mail\n1;2\n', 'file_refused'],
    ['nothing', '', 'file_refused'],
  ])('%s is refused with file and line, and nothing stays', async (_, content, code) => {
    const { ctx } = await arrange();

    const result = await send(ctx, { 'groups.csv': groups('g1,Platform'), 'people.csv': content });

    expect(result).toMatchObject({
      ok: false,
      error: { code, file: 'people.csv', line: expect.any(Number) },
    });
    expect(await db.directoryImport.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
  });

  test.each([
    ['no file', {}, 'no_file'],
    ['a file of another name', { 'salaries.csv': 'a,b' }, 'unknown_file'],
    ['two files of one kind', { 'people.csv': people(), 'people.json': '[]' }, 'file_twice'],
  ])('%s is refused', async (_, files, code) => {
    const { ctx } = await arrange();

    expect(await send(ctx, files)).toMatchObject({ ok: false, error: { code } });
  });

  test('an auditor may send none, apply none and cancel none', async () => {
    const { ctx, as } = await arrange();
    const { id } = await importFiles(ctx, small, { dryRun: true });
    const auditor = await as('auditor');

    for (const result of [
      await send(auditor, small),
      await applyImport(auditor, { id }),
      await cancelImport(auditor, { id }),
    ])
      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await readImport(auditor, { id })).toMatchObject({ state: 'done' });
    expect(await peopleOf(ctx.workspaceId)).toEqual([]);
  });
});

describe('a dry run', () => {
  test('tells what would be, writes nothing, and can then be applied', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['codex.local'] });
    const group = await addGroup(db, workspaceId, { name: 'Pilots', roleIds: [role] });
    const had = await addPerson(db, workspaceId, { groupIds: [group] });
    const second = await addGroup(db, workspaceId, { name: 'More', roleIds: [role] });
    const files = {
      ...small,
      'memberships.csv': memberships(`${group},p1`, `${group},p2`, `${second},${had}`, 'g1,p3'),
    };

    const tried = await importFiles(ctx, files, { dryRun: true });

    expect(tried).toMatchObject({
      state: 'done',
      dryRun: true,
      counts: { added: 9 },
      plan: {
        byKind: { people: { added: 3 }, memberships: { added: 4 } },
        access: { joins: 3, leaveDefault: 1 },
      },
    });
    expect(await peopleOf(workspaceId)).toHaveLength(1);
    expect(await auditLog(workspaceId)).toEqual([]);

    expect(await applyImport(ctx, { id: tried.id })).toMatchObject({ ok: true, value: { dryRun: false } });
    await work(ctx, tried.id);
    expect(await readImport(ctx, { id: tried.id })).toMatchObject({
      state: 'done',
      dryRun: false,
      counts: { added: 9 },
    });
    expect(await peopleOf(workspaceId)).toHaveLength(4);
    expect(await applyImport(ctx, { id: tried.id })).toMatchObject({
      ok: false,
      error: { code: 'import_not_ready' },
    });
  });

  test('what changed since is compared anew when it is applied', async () => {
    const { ctx } = await arrange();
    const tried = await importFiles(ctx, small, { dryRun: true });
    await importFiles(ctx, small);

    await applyImport(ctx, { id: tried.id });
    await work(ctx, tried.id);

    expect(await readImport(ctx, { id: tried.id })).toMatchObject({
      state: 'done',
      counts: { added: 0, unchanged: 8 },
    });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('its rows are cleared away after a day, and then it cannot be applied', async () => {
    const { ctx } = await arrange();
    const tried = await importFiles(ctx, small, { dryRun: true });
    expect(await stagedOf(ctx.workspaceId)).toEqual([{ people: 3, chunks: 3 }]);

    await clearImports({ ...ctx, now: new Date(Date.now() + 23 * 3_600_000) }, {});
    expect(await stagedOf(ctx.workspaceId)).toEqual([{ people: 3, chunks: 3 }]);
    await db.directoryImport.updateMany({
      where: { workspaceId: ctx.workspaceId },
      data: { at: new Date(Date.now() - 25 * 3_600_000) },
    });
    await clearImports(ctx, {});

    expect(await stagedOf(ctx.workspaceId)).toEqual([{ people: 0, chunks: 0 }]);
    await applyImport(ctx, { id: tried.id });
    await work(ctx, tried.id);
    expect(await readImport(ctx, { id: tried.id })).toMatchObject({ state: 'failed' });
    expect(await peopleOf(ctx.workspaceId)).toEqual([]);
  });
});
