import { expect, test } from 'vitest';
import { db, type Db } from '#lib/data/db';
import { transact } from '#lib/data/transact';
import type { DraftWrites } from '#lib/domain/drafts/plan-draft';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { writeChanges } from './write-changes';

/** A transaction that counts what is asked of it. */
function counted(tx: Db): { tx: Db; statements: () => number } {
  let asked = 0;
  const proxy = new Proxy(tx, {
    get(target, name, receiver) {
      asked += 1;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  return { tx: proxy, statements: () => asked };
}

/** Statements of a draft that meets so many roles and groups, and the entries it leaves. */
async function writing(many: number) {
  const { ctx } = await arrange();
  const { workspaceId } = ctx;
  const each = <T>(make: (at: number) => Promise<T>) =>
    Promise.all(Array.from({ length: many }, (_, at) => make(at)));
  const roles = await each((at) => addRole(db, workspaceId, { name: `Role ${at}`, permissions: [] }));
  const groups = await each((at) => addGroup(db, workspaceId, { name: `Group ${at}` }));
  const [stays, goes] = await Promise.all([
    addPerson(db, workspaceId, { name: 'Nadia' }),
    addPerson(db, workspaceId, { name: 'Ola', groupIds: groups }),
  ]);
  const writes: DraftWrites = {
    roles: new Map(roles.map((id) => [id, { 'codex.local': true }])),
    groups: new Map(groups.map((id) => [id, roles])),
    members: new Map(groups.map((id) => [id, { add: [stays], remove: [goes] }])),
    defaults: null,
  };
  const { statements, entries } = await transact(workspaceId, async (tx) => {
    const counting = counted(tx);
    const written = await writeChanges(counting.tx, ctx, writes);
    if (!written.ok) throw new Error(written.error.message);
    return { statements: counting.statements(), entries: written.value };
  });
  const members = await db.groupMember.findMany({ where: { workspaceId }, include: { person: true } });
  const given = await db.groupRole.count({ where: { workspaceId } });
  return { statements, entries, members: members.map(({ person }) => person.name), given };
}

test('many objects take as many statements as few; each has its entry', async () => {
  const [few, many] = [await writing(1), await writing(7)];

  expect(many.statements).toBe(few.statements);
  expect(many.entries).toHaveLength(7 * 3);
  expect(many.given).toBe(7 * 7);
  expect(many.members).toEqual(Array.from({ length: 7 }, () => 'Nadia'));
  expect(few.entries).toMatchObject([
    { action: 'role.changed', after: { permissions: { 'codex.local': true }, version: 2 } },
    { action: 'group.roles_set', before: { rolesVersion: 0, people: 1 }, after: { rolesVersion: 1 } },
    {
      action: 'group.members_changed',
      before: { version: 1, rolesVersion: 1 },
      after: { version: 2, people: 1, added: [expect.any(String)], removed: [expect.any(String)] },
    },
  ]);
});
