import { describe, expect, test } from 'vitest';
import { addToGroup } from '#lib/commands/access/add-to-group';
import { setGroupRoles } from '#lib/commands/access/set-group-roles';
import { db } from '#lib/data/db';
import { readImport } from '#lib/queries/imports';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { groups, importFiles, memberships, pairsOf, people, peopleOf, work } from '#test/imports';
import { applyImport } from './apply-import';

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
    expect(asked).toMatchObject({ state: 'failed', plan: { toType: 11 }, counts: { removed: 11 } });
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

  test('a membership whose row is bad is named all the same, and stays; one whose ids cannot be read goes', async () => {
    const { ctx } = await arrange();
    await importFiles(ctx, many);
    const broken = many['memberships.csv']
      .replace('g1,p5\n', 'g1,p5,more\n')
      .replace('g1,p6\n', 'g1,p6\u0001\n');

    const result = await importFiles(
      ctx,
      { 'memberships.csv': broken },
      { mode: 'replace', skipRejected: true },
    );

    expect(result).toMatchObject({ state: 'done', counts: { removed: 1, unchanged: 38, rejected: 2 } });
    const pairs = await pairsOf(ctx.workspaceId);
    expect(pairs).toContain('g1 p5');
    expect(pairs).not.toContain('g1 p6');
  });

  test('a group that no file names is kept and told, where people or roles were added to it by hand', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    const all = ['g1,Platform', 'g2,Data', 'g3,Design', 'g4,Sales'];
    await importFiles(ctx, { ...many, 'groups.csv': groups(...all) });
    const [byHand, role] = [
      await addPerson(db, workspaceId),
      await addRole(db, workspaceId, { name: 'Pilot', permissions: [] }),
    ];
    await addToGroup(ctx, { id: 'g2', people: [byHand] });
    await setGroupRoles(ctx, { id: 'g3', roles: [role], version: 0 });
    const removals = 2;

    const replaced = await importFiles(ctx, { 'groups.csv': groups() }, { mode: 'replace', removals });

    expect(replaced).toMatchObject({
      state: 'done',
      counts: { removed: removals },
      plan: { kept: { groups: 2, names: ['Data', 'Design'] } },
    });
    const left = await db.group.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
    expect(left.map(({ id }) => id)).toEqual(['g2', 'g3']);
    expect(await pairsOf(workspaceId)).toEqual([`g2 ${byHand} by hand`]);
    expect(await db.groupRole.count({ where: { workspaceId } })).toBe(1);
  });

  test('a group goes where everybody who was added by hand goes too', async () => {
    const { ctx } = await arrange();
    await importFiles(ctx, { ...many, 'groups.csv': groups('g1,Platform', 'g2,Data') });
    await addToGroup(ctx, { id: 'g2', people: ['p7'] });
    const files = { 'people.csv': without(many['people.csv'], 'p7,'), 'groups.csv': groups('g1,Platform') };

    const replaced = await importFiles(ctx, files, { mode: 'replace', removals: 2 });

    expect(replaced).toMatchObject({
      state: 'done',
      plan: { kept: { groups: 0 }, goesAlong: { memberships: 2 } },
    });
    expect(await db.group.count({ where: { workspaceId: ctx.workspaceId } })).toBe(1);
  });
});
