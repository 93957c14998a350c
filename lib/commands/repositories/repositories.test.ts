import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { loadFacts } from '#lib/data/load-facts';
import { InvalidInput } from '#lib/domain/errors';
import type { Repository } from '#lib/domain/repositories/repository';
import type { Context } from '#lib/domain/context';
import { readRepositories, readRepositoriesFile } from '#lib/queries/repositories';
import { arrange, auditLog } from '#test/arrange';
import { addRepository } from './add-repository';
import { changeRepository } from './change-repository';
import { importRepositories } from './import-repositories';
import { removeRepository } from './remove-repository';

const web = { name: 'acme/web', connector: 'allowed', codeReview: 'on' } as const;
const stored = (workspaceId: string) =>
  db.repository.findMany({ where: { workspaceId }, orderBy: { name: 'asc' } });

async function added(ctx: Context, words: Omit<Repository, 'id' | 'version'> = web): Promise<Repository> {
  const result = await addRepository(ctx, words);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('a repository', () => {
  test('is stored with who wrote it down, and stands in the audit log', async () => {
    const { ctx } = await arrange();

    const repository = await added(ctx);

    expect(await stored(ctx.workspaceId)).toMatchObject([
      { ...web, id: repository.id, version: 1, changedAt: ctx.now, changedBy: ctx.actor.name },
    ]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'repository.added', subject: `repository:${repository.id}`, before: null, after: repository },
    ]);
  });

  test('is changed and removed, each with what it was before', async () => {
    const { ctx } = await arrange();
    const { id } = await added(ctx);

    await changeRepository(ctx, { id, ...web, codeReview: 'automatic', version: 1 });
    expect(await stored(ctx.workspaceId)).toMatchObject([{ codeReview: 'automatic', version: 2 }]);
    await removeRepository(ctx, { id, version: 2 });

    expect(await stored(ctx.workspaceId)).toEqual([]);
    expect((await auditLog(ctx.workspaceId)).slice(1)).toMatchObject([
      { action: 'repository.changed', before: { codeReview: 'on' }, after: { codeReview: 'automatic' } },
      { action: 'repository.removed', before: { codeReview: 'automatic' }, after: null },
    ]);
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'is not written by the app role %s, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();
      const { id } = await added(ctx);
      const other = await as(appRole);

      const results = [
        await addRepository(other, { ...web, name: 'acme/api' }),
        await changeRepository(other, { id, ...web, codeReview: 'off', version: 1 }),
        await removeRepository(other, { id, version: 1 }),
        await importRepositories(other, { csv: 'acme/api', dryRun: false }),
      ];

      expect(results.map((result) => !result.ok && result.error.code)).toEqual(Array(4).fill('forbidden'));
      expect(await stored(ctx.workspaceId)).toMatchObject([web]);
      expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
    },
  );

  test('is there once, whatever the case of its name, also when two add it at once', async () => {
    const { ctx, as } = await arrange();
    const other = await as('it_owner');

    const results = await Promise.all([
      addRepository(ctx, web),
      addRepository(other, { ...web, name: 'ACME/Web' }),
    ]);

    expect(results.map((result) => (result.ok ? 'stored' : result.error.code)).sort()).toEqual([
      'repository_exists',
      'stored',
    ]);
    expect(await stored(ctx.workspaceId)).toHaveLength(1);
  });

  test('with a version that has moved on is a conflict; one of another workspace is not found', async () => {
    const { ctx } = await arrange();
    const { ctx: stranger } = await arrange();
    const repository = await added(ctx);
    const { id } = repository;

    expect(await changeRepository(ctx, { id, ...web, version: 0 })).toMatchObject({
      error: { code: 'conflict', current: repository },
    });
    expect(await removeRepository(ctx, { id, version: 9 })).toMatchObject({ error: { code: 'conflict' } });
    expect(await changeRepository(stranger, { id, ...web, version: 1 })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(await removeRepository(stranger, { id, version: 1 })).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  test('with a name GitHub would not take is refused beside its field', async () => {
    const { ctx } = await arrange();

    expect(await addRepository(ctx, { ...web, name: '=acme' })).toMatchObject({
      error: { code: 'invalid_input', fields: { name: [expect.stringMatching(/owner\/name/)] } },
    });
  });
});

describe('importRepositories', () => {
  const csv = 'name,connector,code review\r\nacme/web,allowed,automatic\r\nacme/api,allowed,off\r\n';

  test('a dry run tells what would happen and writes nothing', async () => {
    const { ctx } = await arrange();
    await added(ctx);

    const result = await importRepositories(ctx, { csv: `${csv}acme,maybe`, dryRun: true });

    expect(result).toMatchObject({
      ok: true,
      value: {
        added: 1,
        changed: 1,
        unchanged: 0,
        faults: [
          { line: 4, column: 'name' },
          { line: 4, column: 'connector' },
        ],
      },
    });
    expect(await stored(ctx.workspaceId)).toMatchObject([web]);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('one bad line refuses the whole file', async () => {
    const { ctx } = await arrange();

    const result = await importRepositories(ctx, { csv: `${csv}acme`, dryRun: false });

    expect(result).toMatchObject({ error: { code: 'rows_refused', faults: [{ line: 4, column: 'name' }] } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('a good file adds and changes, with one event that holds counts, hash and rows', async () => {
    const { ctx } = await arrange();
    const before = await added(ctx);

    const result = await importRepositories(ctx, { csv, dryRun: false });

    expect(result).toMatchObject({ ok: true, value: { added: 1, changed: 1, unchanged: 0 } });
    expect(await stored(ctx.workspaceId)).toMatchObject([
      { name: 'acme/api', codeReview: 'off', version: 1 },
      { id: before.id, name: 'acme/web', codeReview: 'automatic', version: 2 },
    ]);
    const log = await auditLog(ctx.workspaceId);
    expect(log).toHaveLength(2);
    expect(log[1]).toMatchObject({
      action: 'repository.imported',
      before: { rows: [before] },
      after: { added: 1, changed: 1, unchanged: 0, rows: [{ id: before.id }, { name: 'acme/api' }] },
    });
    expect(log[1]?.after).toHaveProperty('sha256', expect.stringMatching(/^[0-9a-f]{64}$/));

    expect(await importRepositories(ctx, { csv, dryRun: false })).toMatchObject({
      ok: true,
      value: { unchanged: 2 },
    });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(2);
  });
});

describe('the list of repositories', () => {
  test('goes page by page, by state and by part of a name, and comes as a file', async () => {
    const { ctx } = await arrange();
    const names = ['acme/Alpha', 'acme/beta', 'acme/Gamma', 'other/alpha'];
    await importRepositories(ctx, {
      csv: names.map((name, index) => `${name},${index === 1 ? 'not allowed' : 'allowed'},on`).join('\n'),
      dryRun: false,
    });

    const first = await readRepositories(ctx, { limit: 2 });
    expect(first).toMatchObject({ total: 4, before: 0, next: 'acme/beta' });
    const second = await readRepositories(ctx, { limit: 2, after: first?.next });
    expect(second?.repositories.map(({ name }) => name)).toEqual(['acme/Gamma', 'other/alpha']);
    expect(second).toMatchObject({ before: 2, next: null });

    const found = await readRepositories(ctx, { find: 'ALPHA', filter: 'allowed' });
    expect(found?.repositories.map(({ name }) => name)).toEqual(['acme/Alpha', 'other/alpha']);
    expect(await readRepositoriesFile(ctx, { filter: 'not_allowed' })).toMatchObject({
      name: 'repositories.csv',
      text: 'name,connector,code review\r\nacme/beta,not allowed,on\r\n',
    });
    expect((await loadFacts(ctx, db)).repositories).toMatchObject({ total: 4, allowed: 3, uncovered: 3 });
  });

  test.each([{ find: 'a\0b' }, { after: 'a\0b' }])('%j is no question', async (input) => {
    const { ctx } = await arrange();

    await expect(readRepositories(ctx, input)).rejects.toThrow(InvalidInput);
  });
});
