import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { readImport } from '#lib/queries/imports';
import { arrange, auditLog } from '#test/arrange';
import { addPerson } from '#test/directory';
import { lines } from '#test/import-lines';
import { groups, importFiles, memberships, pairsOf, people, peopleOf, send, small } from '#test/imports';
import { applyImport } from './apply-import';
import { cancelImport } from './cancel-import';

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

    expect(result).toMatchObject({ state: 'failed', counts: { added: 3, rejected: rejected.length } });
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
