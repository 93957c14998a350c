import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessIndex } from '#lib/data/access-index';
import { db, type Db } from '#lib/data/db';
import { transactAlone } from '#lib/data/transact';
import { levelsIn } from '#lib/domain/rbac/everyone/permission-bits';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';

type Answer = Record<string, Record<string, number>>;

/** Another process, with an index of its own. */
function startReader() {
  const child = spawn(
    process.execPath,
    ['--conditions', 'react-server', '--import', 'tsx', 'test/access-oracle/reader.ts'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(workspaceId: string): Promise<Answer> {
      child.stdin.write(`${workspaceId}\n`);
      const line = await lines.next();
      // safe because the reader writes what it is asked for, or ends
      return JSON.parse(line.value as string) as Answer;
    },
    stop: () => child.stdin.end(),
  };
}

/** What a person may do as this process, or one of its transactions, sees it. */
async function levelsHere(seenBy: Db, workspaceId: string): Promise<Record<string, number>[]> {
  const { population, everyone, rules } = await accessIndex(seenBy, { workspaceId });
  return Array.from(population.numbers, (_, at) =>
    Object.fromEntries(levelsIn(everyone.masks, at * rules.bits.words, rules.bits)),
  );
}

async function arrangeOne() {
  const { workspace } = await arrange();
  const role = await addRole(db, workspace.id, { name: 'Users', permissions: ['codex.local'] });
  const group = await addGroup(db, workspace.id, { name: 'Users', roleIds: [role] });
  const person = await addPerson(db, workspace.id, { groupIds: [group] });
  return { workspaceId: workspace.id, role, group, person };
}

const setRole = (by: Db, workspaceId: string, id: string, permissions: Record<string, boolean>) =>
  by.customRole.update({ where: { workspaceId_id: { workspaceId, id } }, data: { permissions } });

describe('what another process resolves', () => {
  let reader: ReturnType<typeof startReader>;
  beforeAll(() => {
    reader = startReader();
  });
  afterAll(() => reader.stop());

  test('is what was committed before it was asked, whatever was written', async () => {
    const { workspaceId, role, group, person } = await arrangeOne();
    expect(await reader.ask(workspaceId)).toEqual({ [person]: { 'codex.local': 1 } });

    await setRole(db, workspaceId, role, { 'codex.local': true, 'codex.cloud': true });
    expect(await reader.ask(workspaceId)).toEqual({ [person]: { 'codex.local': 1, 'codex.cloud': 1 } });

    const other = await addPerson(db, workspaceId, { name: 'Aino', groupIds: [group] });
    expect(Object.keys(await reader.ask(workspaceId))).toEqual([other, person]);

    await db.person.update({
      where: { workspaceId_id: { workspaceId, id: person } },
      data: { isActive: false },
    });
    expect((await reader.ask(workspaceId))[person]).toEqual({});

    await db.group.delete({ where: { workspaceId_id: { workspaceId, id: group } } });
    expect(await reader.ask(workspaceId)).toEqual({ [other]: {}, [person]: {} });
  });

  test('is never what a transaction took back', async () => {
    const { workspaceId, role, person } = await arrangeOne();
    await reader.ask(workspaceId);
    const before = { [person]: { 'codex.local': 1 } };

    const attempt = transactAlone(async (tx) => {
      await setRole(tx, workspaceId, role, { 'codex.cloud': true });
      expect(await levelsHere(tx, workspaceId)).toEqual([{ 'codex.cloud': 1 }]);
      expect(await reader.ask(workspaceId)).toEqual(before);
      expect(await levelsHere(db, workspaceId)).toEqual([{ 'codex.local': 1 }]);
      throw new Error('Taken back.');
    });

    await expect(attempt).rejects.toThrow('Taken back.');
    expect(await reader.ask(workspaceId)).toEqual(before);
    expect(await levelsHere(db, workspaceId)).toEqual([{ 'codex.local': 1 }]);

    // The next write has the same number as the one that was taken back.
    await setRole(db, workspaceId, role, { 'codex.administer': true });
    expect(await levelsHere(db, workspaceId)).toEqual([{ 'codex.administer': 1 }]);
    expect(await reader.ask(workspaceId)).toEqual({ [person]: { 'codex.administer': 1 } });
  });
});
