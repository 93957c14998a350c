import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { readImport } from '#lib/queries/imports';
import { arrange, auditLog } from '#test/arrange';
import { addPerson } from '#test/directory';
import {
  groups,
  importFiles,
  memberships,
  pairsOf,
  people,
  peopleOf,
  send,
  small,
  stagedOf,
  stampOf,
  work,
} from '#test/imports';

describe('an import that adds to what is there', () => {
  test('leaves the planner knowing how much there is', async () => {
    const { ctx, as } = await arrange();
    const sent = await send(await as('it_owner'), small);
    if (!sent.ok) throw new Error('The files are good.');
    await work(ctx, sent.value.id);

    const known: unknown = await db.$queryRaw`
      select bool_and(reltuples > 0) as "isKnown" from pg_class where relname in ('Person', 'Group', 'GroupMember')`;
    expect(known).toEqual([{ isKnown: true }]);
  });

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
