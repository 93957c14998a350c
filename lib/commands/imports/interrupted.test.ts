import { describe, expect, test, vi } from 'vitest';
import { db } from '#lib/data/db';
import * as members from '#lib/data/import-members';
import { transact } from '#lib/data/transact';
import { readImport } from '#lib/queries/imports';
import { arrange, auditLog } from '#test/arrange';
import { lines } from '#test/import-lines';
import { importFiles, peopleOf, send, stagedOf, work } from '#test/imports';
import { applyImport } from './apply-import';
import { cancelImport } from './cancel-import';
import { mapColumns } from './map-columns';

const files = {
  'people.csv': lines(
    'id,email,name',
    ...Array.from({ length: 50 }, (_, at) => `p${at},p${at}@acme.example,Person`),
  ),
  'groups.csv': lines('id,name', 'g1,Platform'),
  'memberships.csv': lines('group_id,person_id', ...Array.from({ length: 50 }, (_, at) => `g1,p${at}`)),
};

const countOf = (workspaceId: string) => db.person.count({ where: { workspaceId } });
const sent = async (...args: Parameters<typeof send>) => {
  const result = await send(...args);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.id;
};

describe('an import that is interrupted', () => {
  test('is done whole by the next try when the job died half-way', async () => {
    const { ctx } = await arrange();
    const id = await sent(ctx, files);
    const dying = vi.spyOn(members, 'applyMembers').mockRejectedValueOnce(new Error('The process died.'));

    await expect(work(ctx, id)).rejects.toThrow('The process died.');
    expect(await countOf(ctx.workspaceId)).toBe(0);
    expect(await readImport(ctx, { id })).toMatchObject({ state: 'running' });
    dying.mockRestore();
    await work(ctx, id);

    expect(await readImport(ctx, { id })).toMatchObject({ state: 'done', counts: { added: 101 } });
    expect(await countOf(ctx.workspaceId)).toBe(50);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('a job that is done twice does it once', async () => {
    const { ctx } = await arrange();
    const id = await sent(ctx, files);

    await Promise.all([work(ctx, id), work(ctx, id)]);
    await work(ctx, id);

    expect(await readImport(ctx, { id })).toMatchObject({ state: 'done' });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('one that never ends well is given up with a reason', async () => {
    const { ctx } = await arrange();
    const id = await sent(ctx, files);
    await db.directoryImport.updateMany({ where: { id }, data: { attempts: 5 } });

    await work(ctx, id);

    expect(await readImport(ctx, { id })).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('never ended'),
    });
    expect(await countOf(ctx.workspaceId)).toBe(0);
  });

  test('waiting, it is cancelled at once, and the job finds nothing to do', async () => {
    const { ctx } = await arrange();
    const id = await sent(ctx, files);

    expect(await cancelImport(ctx, { id })).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    await work(ctx, id);

    expect(await readImport(ctx, { id })).toMatchObject({ state: 'cancelled', counts: { added: 0 } });
    expect(await countOf(ctx.workspaceId)).toBe(0);
  });

  test('running, it undoes what it did, while another write holds nobody up', async () => {
    const { ctx } = await arrange();
    const id = await sent(ctx, files);
    const { applyMembers } = members;
    const watched = vi.spyOn(members, 'applyMembers').mockImplementationOnce(async (...args) => {
      expect(await cancelImport(ctx, { id })).toMatchObject({
        ok: true,
        value: { state: 'running', progress: { step: 3, isCancelling: true } },
      });
      return applyMembers(...args);
    });

    await work(ctx, id);
    watched.mockRestore();

    expect(await readImport(ctx, { id })).toMatchObject({ state: 'cancelled' });
    expect(await countOf(ctx.workspaceId)).toBe(0);
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });

  test('cancelled while it is compared, it ends as cancelled, though its rows are bad too', async () => {
    const { ctx } = await arrange();
    const id = await sent(ctx, { 'memberships.csv': lines('group_id,person_id', 'g9,p9') });
    const { compareMembers } = members;
    const watched = vi.spyOn(members, 'compareMembers').mockImplementationOnce(async (...args) => {
      await cancelImport(ctx, { id });
      return compareMembers(...args);
    });

    await work(ctx, id);
    watched.mockRestore();

    expect(await readImport(ctx, { id })).toMatchObject({ state: 'cancelled' });
  });

  test('whose job died and that was cancelled since, it is not begun again', async () => {
    const { ctx } = await arrange();
    const id = await sent(ctx, files);
    const dying = vi.spyOn(members, 'applyMembers').mockRejectedValueOnce(new Error('The process died.'));
    await expect(work(ctx, id)).rejects.toThrow('The process died.');
    dying.mockRestore();

    expect(await cancelImport(ctx, { id })).toMatchObject({
      ok: true,
      value: { state: 'running', progress: { isCancelling: true } },
    });
    await work(ctx, id);

    expect(await readImport(ctx, { id })).toMatchObject({ state: 'cancelled', endedAt: expect.any(Date) });
    expect(await db.directoryImport.findMany({ where: { id } })).toMatchObject([{ attempts: 1 }]);
    expect(await stagedOf(ctx.workspaceId)).toEqual([{ people: 0, chunks: 0 }]);
    expect(await countOf(ctx.workspaceId)).toBe(0);
  });

  test('applied, there is nothing to cancel', async () => {
    const { ctx } = await arrange();
    const { id } = await importFiles(ctx, files);

    expect(await cancelImport(ctx, { id })).toMatchObject({ ok: false, error: { code: 'import_ended' } });
    expect(await countOf(ctx.workspaceId)).toBe(50);
  });

  test('two at once are applied one behind the other', async () => {
    const { ctx } = await arrange();
    const ids = [
      await sent(ctx, files),
      await sent(ctx, { ...files, 'groups.csv': lines('id,name', 'g1,Other') }),
    ];

    await Promise.all(ids.map((id) => work(ctx, id)));

    const ended = await Promise.all(ids.map((id) => readImport(ctx, { id })));
    expect(ended.map((one) => one?.state)).toEqual(['done', 'done']);
    expect(await countOf(ctx.workspaceId)).toBe(50);
    expect(await db.groupMember.count({ where: { workspaceId: ctx.workspaceId } })).toBe(50);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(2);
  });

  test('it waits for whoever has the turn', async () => {
    const { ctx } = await arrange();
    const id = await sent(ctx, files);
    let working: Promise<void> = Promise.resolve();

    await transact(ctx.workspaceId, async () => {
      working = work(ctx, id);
      await vi.waitUntil(async () => (await readImport(ctx, { id }))?.state === 'running');
      expect(await countOf(ctx.workspaceId)).toBe(0);
    });
    await working;

    expect(await readImport(ctx, { id })).toMatchObject({ state: 'done' });
  });
});

describe('columns', () => {
  const odd = { 'people.csv': lines('Who;Address;Called;Left', 'p1;ada@acme.example;Ada;false') };
  const columns = { people: { id: 0, email: 1, name: 2 } };

  test('that nobody knows fail a dry run with a reason; once chosen the files are read again', async () => {
    const { ctx } = await arrange();
    const id = await sent(ctx, odd, { dryRun: true });
    expect(await readImport(ctx, { id })).toMatchObject({
      state: 'failed',
      canMap: true,
      files: [{ header: ['Who', 'Address', 'Called', 'Left'], places: [null, null, null, null] }],
    });

    expect(await mapColumns(ctx, { id, columns })).toMatchObject({ ok: true, value: { state: 'queued' } });
    await work(ctx, id);
    expect(await readImport(ctx, { id })).toMatchObject({
      state: 'done',
      counts: { added: 1 },
      files: [{ places: [0, 1, 2, null] }],
    });

    await mapColumns(ctx, { id, columns: { people: { active: 3 } } });
    await work(ctx, id);
    expect(await readImport(ctx, { id })).toMatchObject({ state: 'done', counts: { added: 1, rejected: 0 } });
    expect(
      await db.$queryRaw`
      select "email", "isActive" from "StagedPerson" s
      join "DirectoryImport" i on i."number" = s."import" where i."id" = ${id}::uuid`,
    ).toEqual([{ email: 'ada@acme.example', isActive: false }]);
  });

  test('of a file without a header are chosen, and its first line is imported too where somebody says so', async () => {
    const { ctx } = await arrange();
    const bare = lines('p1;ada@acme.example;Ada', 'p2;ravi@acme.example;Ravi');
    const id = await sent(ctx, { 'people.csv': bare }, { dryRun: true });

    await mapColumns(ctx, { id, columns });
    await work(ctx, id);
    expect(await readImport(ctx, { id })).toMatchObject({
      counts: { added: 1 },
      files: [{ rows: 1, firstLineIsData: false }],
    });

    expect(await mapColumns(ctx, { id, columns, firstLineIsData: { people: true } })).toMatchObject({
      ok: true,
    });
    await work(ctx, id);
    expect(await readImport(ctx, { id })).toMatchObject({
      state: 'done',
      counts: { added: 2, rejected: 0 },
      files: [{ rows: 2, firstLineIsData: true, header: ['p1', 'ada@acme.example', 'Ada'] }],
    });
    await applyImport(ctx, { id });
    await work(ctx, id);
    expect(await peopleOf(ctx.workspaceId)).toMatchObject([{ id: 'p1' }, { id: 'p2' }]);
  });

  test('of JSON have no first line that could be data', async () => {
    const { ctx } = await arrange();
    const json = JSON.stringify([{ id: 'p1', email: 'ada@acme.example', name: 'Ada' }]);
    const id = await sent(ctx, { 'people.json': json }, { dryRun: true });
    await work(ctx, id);

    expect(await mapColumns(ctx, { id, columns: {}, firstLineIsData: { people: true } })).toMatchObject({
      ok: false,
      error: { code: 'columns_unclear', message: expect.stringContaining('people.json is JSON') },
    });
  });

  test.each([
    ['one that is needed left out', { people: { id: 0, email: 1 } }],
    ['one chosen twice', { people: { id: 0, email: 1, name: 1 } }],
    ['one that is not there', { people: { id: 0, email: 1, name: 9 } }],
  ])('%s is refused', async (_, chosen) => {
    const { ctx } = await arrange();
    const id = await sent(ctx, odd, { dryRun: true });

    expect(await mapColumns(ctx, { id, columns: chosen })).toMatchObject({
      ok: false,
      error: { code: 'columns_unclear' },
    });
  });

  test('cannot be chosen for an import that is no dry run', async () => {
    const { ctx } = await arrange();
    const { id } = await importFiles(ctx, files);

    expect(await mapColumns(ctx, { id, columns })).toMatchObject({
      ok: false,
      error: { code: 'import_not_ready' },
    });
  });
});
