import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { readImport, readImportFile, type ImportPage } from '#lib/queries/imports';
import { arrange, auditLog } from '#test/arrange';
import { addExpectation, addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { importFiles, memberships, people, work } from '#test/imports';
import { applyImport } from './apply-import';
import { clearImports } from './clear-imports';

/** Eighty people by the workspace defaults, and a group whose role gives less. */
async function arrangeCompany() {
  const arranged = await arrange();
  const { ctx } = arranged;
  const { workspaceId } = ctx;
  await setDefaults(db, workspaceId, ['codex.local', 'gpts.use']);
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['codex.local', 'codex.cloud'] });
  const group = await addGroup(db, workspaceId, { name: 'Pilots', roleIds: [role] });
  const named = (at: number) => `Person ${String(at).padStart(2, '0')}`;
  const rows = Array.from({ length: 80 }, (_, at) => `p${at},p${at}@acme.example,${named(at)},true`);
  await importFiles(ctx, { 'people.csv': people(...rows) });
  const joining = memberships(...Array.from({ length: 80 }, (_, at) => `${group},p${at}`));
  return { ...arranged, workspaceId, group, role, rows, joining };
}

function listsOf(found: Pick<ImportPage, 'whatIf'> | null) {
  if (!found?.whatIf) throw new Error('Nothing is known of access.');
  return found.whatIf;
}

describe('a dry run', () => {
  test('names who loses, gains and leaves the default, with permissions and reason, a page at a time', async () => {
    const { ctx, joining } = await arrangeCompany();
    const { id, ...found } = await importFiles(ctx, { 'memberships.csv': joining }, { dryRun: true });
    const { losses, gains } = listsOf(found);

    expect(found.plan?.effect).toMatchObject({
      losses: { people: 80, permissions: ['gpts.use'] },
      gains: { people: 80, permissions: ['codex.cloud'] },
      leavesDefault: { people: 80 },
      unchanged: 0,
      breaks: [],
    });
    expect(losses).toMatchObject({ count: 80, cursor: '50' });
    expect(losses.people[0]).toEqual({
      id: 'p0',
      name: 'Person 00',
      permissions: ['gpts.use'],
      reason: 'A custom role switches the workspace defaults off: Pilot through Pilots.',
    });
    expect(gains.people[0]).toMatchObject({ reason: 'Through Pilots, role Pilot.' });
    const next = listsOf(await readImport(ctx, { id, lossesCursor: '50' }));
    expect(next.losses.people.map(({ name }) => name)).toEqual(
      Array.from({ length: 30 }, (_, at) => `Person ${String(at + 50)}`),
    );
    expect(next.losses.cursor).toBeNull();
    expect(next.gains.people[0]).toMatchObject({ name: 'Person 00' });
  });

  test('gives whole lists as a file, in which cells are defused', async () => {
    const { ctx, group } = await arrangeCompany();
    const files = {
      'people.csv': people('new,new@acme.example,=1+1,true'),
      'memberships.csv': memberships(`${group},p1`),
    };
    const { id } = await importFiles(ctx, files, { dryRun: true });
    const textOf = async (list?: string) => {
      let text = '';
      for await (const part of (await readImportFile(ctx, { id, list }))?.chunks ?? []) text += part;
      return text.trimEnd().split(/\r?\n/);
    };

    expect(await textOf('losses')).toEqual([
      'list,id,name,permissions,reason',
      'losses,p1,Person 01,gpts.use,A custom role switches the workspace defaults off: Pilot through Pilots.',
    ]);
    expect(await textOf()).toHaveLength(5);
    expect((await textOf('gains'))[1]).toContain("'=1+1");
  });

  test('says of whom it removes, deactivates, activates again and brings why', async () => {
    const { ctx, rows, group, workspaceId } = await arrangeCompany();
    await db.person.update({
      where: { workspaceId_id: { workspaceId, id: 'p3' } },
      data: { isActive: false },
    });
    const kept = rows
      .filter((row) => !row.startsWith('p1,'))
      .map((row) => row.replace(/^(p2,.*)true$/, '$1false'));
    const files = {
      'people.csv': people(...kept, 'n1,n1@acme.example,New,true', 'n2,n2@acme.example,Piloting,true'),
      'memberships.csv': memberships(`${group},n2`),
    };
    const { whatIf, plan } = await importFiles(ctx, files, { dryRun: true, mode: 'replace' });

    const told = (list: 'losses' | 'gains' | 'leavesDefault') =>
      whatIf?.[list].people.map(({ id, permissions, reason }) => [id, permissions.join(' '), reason]);
    const had = 'codex.local gpts.use';
    expect(told('losses')).toEqual([
      ['p1', had, 'The import removes this person.'],
      ['p2', had, 'Deactivated people have no access.'],
    ]);
    expect(told('gains')).toEqual([
      ['n1', had, 'Comes with this import. The workspace defaults apply.'],
      ['p3', had, 'Active again by this import. The workspace defaults apply.'],
      ['n2', 'codex.local codex.cloud', 'Comes with this import. Through Pilots, role Pilot.'],
    ]);
    expect(told('leavesDefault')?.map(([id]) => id)).toEqual(['p1', 'p2']);
    expect(plan?.effect).toMatchObject({ comeWithRoles: 1, unchanged: 77 });
  });

  test('says which expectations it would break, and by whom', async () => {
    const { ctx, workspaceId, group } = await arrangeCompany();
    const cloud = await addExpectation(db, workspaceId, { kind: 'nobody', permission: 'codex.cloud' });
    await addExpectation(db, workspaceId, { kind: 'nobody', permission: 'codex.administer' });
    const files = {
      'people.csv': people('new,new@acme.example,New,true'),
      'memberships.csv': memberships(`${group},p1`, `${group},new`),
    };
    const { plan } = await importFiles(ctx, files, { dryRun: true });

    expect(plan?.effect?.breaks).toMatchObject([
      { id: cloud, breaking: 2, failsNow: false, people: [{ id: 'new' }, { id: 'p1' }] },
    ]);
  });

  test('keeps its lists for a day, and its numbers for good', async () => {
    const { ctx, joining } = await arrangeCompany();
    const { id } = await importFiles(ctx, { 'memberships.csv': joining }, { dryRun: true });
    expect((await readImport(ctx, { id }))?.whatIf).toMatchObject({ areListed: true });

    await db.directoryImport.update({ where: { id }, data: { at: new Date(Date.now() - 25 * 3_600_000) } });
    await clearImports(ctx, {});

    expect((await readImport(ctx, { id }))?.whatIf).toEqual({
      losses: { count: 80, people: [], cursor: null },
      gains: { count: 80, people: [], cursor: null },
      leavesDefault: { count: 80, people: [], cursor: null },
      areListed: false,
    });
  });
});

describe('applying what was tried out', () => {
  test('is refused where it would meet others by then; they are shown, and then it is applied', async () => {
    const { ctx, workspaceId, group, joining } = await arrangeCompany();
    const { id, plan } = await importFiles(ctx, { 'memberships.csv': joining }, { dryRun: true });
    const { number: groupNumber } = await db.group.findFirstOrThrow({ where: { workspaceId, id: group } });
    const { number: personNumber } = await db.person.findFirstOrThrow({ where: { workspaceId, id: 'p0' } });
    await db.groupMember.create({ data: { workspaceId, groupNumber, personNumber } });
    const before = await auditLog(workspaceId);

    expect(await applyImport(ctx, { id, effect: plan?.effect?.mark ?? null })).toMatchObject({ ok: true });
    await work(ctx, id);
    const refused = await readImport(ctx, { id });
    expect(refused).toMatchObject({ state: 'failed', whatIf: { losses: { count: 79 } } });
    expect(refused?.reason).toContain('has changed since it was looked at');
    expect(refused?.whatIf?.losses.people[0]).toMatchObject({ id: 'p1' });
    expect(await auditLog(workspaceId)).toEqual(before);
    expect(await db.groupMember.count({ where: { workspaceId } })).toBe(1);

    await applyImport(ctx, { id });
    await work(ctx, id);
    expect(await readImport(ctx, { id })).toMatchObject({ state: 'done', whatIf: { losses: { count: 79 } } });
    expect(await db.groupMember.count({ where: { workspaceId } })).toBe(80);
  });

  test('is refused at once with the mark of another effect', async () => {
    const { ctx, joining } = await arrangeCompany();
    const { id } = await importFiles(ctx, { 'memberships.csv': joining }, { dryRun: true });

    expect(await applyImport(ctx, { id, effect: `1-0-0-${'0'.repeat(64)}` })).toMatchObject({
      ok: false,
      error: { code: 'effect_moved' },
    });
    expect(await readImport(ctx, { id })).toMatchObject({ state: 'done', dryRun: true });
  });

  test('other writes that meet nobody of it stand in nobody’s way', async () => {
    const { ctx, workspaceId, joining } = await arrangeCompany();
    const { id } = await importFiles(ctx, { 'memberships.csv': joining }, { dryRun: true });
    await addPerson(db, workspaceId);

    await applyImport(ctx, { id });
    await work(ctx, id);
    expect(await readImport(ctx, { id })).toMatchObject({ state: 'done' });
  });

  test('an import that nobody tried out shows whom it met, or would meet where it was refused', async () => {
    const { ctx, joining, group } = await arrangeCompany();
    const refused = await importFiles(ctx, { 'memberships.csv': `${joining}${group},p99\n` });
    expect(refused).toMatchObject({ state: 'failed', whatIf: { losses: { count: 80, cursor: '50' } } });
    const done = await importFiles(ctx, { 'memberships.csv': joining });
    expect(done).toMatchObject({ state: 'done', whatIf: { losses: { count: 80, cursor: '50' } } });
  });
});
