import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addRepository } from '#lib/commands/repositories/add-repository';
import { db } from '#lib/data/db';
import { saveEnvironment } from '#lib/data/environments';
import { loadFacts } from '#lib/data/load-facts';
import { arrange, auditLog } from '#test/arrange';
import { addEnvironment } from './add-environment';
import { changeEnvironment } from './change-environment';
import { removeEnvironment } from './remove-environment';

const web = {
  name: 'Web',
  repository: 'acme/web',
  visibility: 'workspace',
  collaborators: ['devi@acme.example'],
  owner: 'Devi',
} as const;
const stored = (workspaceId: string) => db.cloudEnvironment.findMany({ where: { workspaceId } });

describe('an environment', () => {
  test('is added, changed and removed, each in the audit log', async () => {
    const { ctx } = await arrange();
    const result = await addEnvironment(ctx, web);
    const id = result.ok ? result.value.id : '';
    expect(await stored(ctx.workspaceId)).toMatchObject([
      { name: 'Web', collaborators: ['devi@acme.example'], ownerName: 'Devi', version: 1 },
    ]);

    await changeEnvironment(ctx, { id, ...web, visibility: 'private', version: 1 });
    await removeEnvironment(ctx, { id, version: 2 });

    expect(await stored(ctx.workspaceId)).toEqual([]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'environment.added', before: null, after: { ...web, version: 1 } },
      {
        action: 'environment.changed',
        before: { visibility: 'workspace' },
        after: { visibility: 'private' },
      },
      { action: 'environment.removed', before: { visibility: 'private' }, after: null },
    ]);
  });

  test('counts as what was there before when it is removed and added again, whatever its new id', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    const changed = { workspaceId, version: 1, changedAt: ctx.now, changedBy: ctx.actor.name };
    const save = (id: string, name: string) => saveEnvironment(db, { ...web, ...changed, id, name });
    const digestNow = async () => (await loadFacts(ctx, db)).environments.digest;
    const [low, middle, high] = [randomUUID(), randomUUID(), randomUUID()].sort();
    await save(middle ?? '', 'api');
    await save(high ?? '', 'Web');
    const before = await digestNow();

    await db.cloudEnvironment.deleteMany({ where: { workspaceId, name: 'Web' } });
    expect(await digestNow()).not.toBe(before);
    await save(low ?? '', 'Web');

    expect(await digestNow()).toBe(before);
  });

  test('covers its repository, whatever the case of the name', async () => {
    const { ctx } = await arrange();
    await addRepository(ctx, { name: 'Acme/Web', connector: 'allowed', codeReview: 'off' });
    expect((await loadFacts(ctx, db)).repositories.uncovered).toBe(1);

    await addEnvironment(ctx, web);

    expect((await loadFacts(ctx, db)).repositories.uncovered).toBe(0);
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'is not written by the app role %s, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      expect(await addEnvironment(await as(appRole), web)).toMatchObject({ error: { code: 'forbidden' } });
      expect(await stored(ctx.workspaceId)).toEqual([]);
    },
  );

  test('is refused with a name that is taken, an old version, or an id that is not here', async () => {
    const { ctx } = await arrange();
    const { ctx: stranger } = await arrange();
    const result = await addEnvironment(ctx, web);
    const id = result.ok ? result.value.id : '';

    expect(await addEnvironment(ctx, { ...web, name: 'WEB' })).toMatchObject({
      error: { code: 'environment_exists' },
    });
    expect(await changeEnvironment(ctx, { id, ...web, version: 0 })).toMatchObject({
      error: { code: 'conflict', current: { id, version: 1 } },
    });
    expect(await removeEnvironment(stranger, { id, version: 1 })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(await addEnvironment(ctx, { ...web, name: 'x', collaborators: ['nobody'] })).toMatchObject({
      error: { code: 'invalid_input', fields: { collaborators: [expect.stringMatching(/^0: /)] } },
    });
  });

  test('of two who change one at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const result = await addEnvironment(ctx, web);
    const id = result.ok ? result.value.id : '';
    const other = await as('it_owner');

    const results = await Promise.all([
      changeEnvironment(ctx, { id, ...web, owner: 'Sam', version: 1 }),
      changeEnvironment(other, { id, ...web, owner: 'Mara', version: 1 }),
    ]);

    expect(results.map((one) => (one.ok ? 'stored' : one.error.code)).sort()).toEqual(['conflict', 'stored']);
  });
});
