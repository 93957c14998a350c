import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { InvalidInput } from '#lib/domain/errors';
import { readPeople, readPersonAccess } from '#lib/queries/people';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { changePerson } from './change-person';
import { createPerson } from './create-person';
import { removePerson } from './remove-person';

const nadia = { name: 'Nadia Petrova', email: 'Nadia@Acme.example' };
const stored = (workspaceId: string) => db.person.findMany({ where: { workspaceId } });

describe('people', () => {
  test('a person is stored with the address in lower case, and stands in the audit log', async () => {
    const { ctx, as } = await arrange();

    const result = await createPerson(await as('it_owner'), nadia);

    const person = { name: 'Nadia Petrova', email: 'nadia@acme.example', isActive: true, version: 1 };
    expect(result).toMatchObject({ ok: true, value: person });
    expect(await stored(ctx.workspaceId)).toMatchObject([person]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([{ action: 'person.created', after: person }]);
  });

  test('an address belongs to one person', async () => {
    const { ctx } = await arrange();
    await createPerson(ctx, nadia);
    const other = await addPerson(db, ctx.workspaceId);

    const taken = { ok: false, error: { code: 'email_taken' } };
    expect(await createPerson(ctx, { ...nadia, email: 'NADIA@acme.example' })).toMatchObject(taken);
    expect(await changePerson(ctx, { id: other, ...nadia, version: 1 })).toMatchObject(taken);
    expect(await stored(ctx.workspaceId)).toHaveLength(2);
  });

  test('deactivating keeps the groups and takes all access away', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    await setDefaults(db, workspaceId, ['gpts.use']);
    const role = await addRole(db, workspaceId, { name: 'Users', permissions: ['codex.local'] });
    const group = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [role] });
    const id = await addPerson(db, workspaceId, {
      name: 'Ola',
      email: 'ola@acme.example',
      groupIds: [group],
    });
    expect(await readPersonAccess(ctx, { id })).toMatchObject({
      usesDefault: false,
      permissions: [{ permission: 'codex.local', level: 1, paths: [{ group, role }] }],
      lostDefaults: ['gpts.use'],
    });

    const fields = { name: 'Ola', email: 'ola@acme.example', isActive: false };
    const result = await changePerson(ctx, { id, ...fields, version: 1 });

    expect(result).toMatchObject({ ok: true, value: { isActive: false, version: 2 } });
    expect(await readPersonAccess(ctx, { id })).toMatchObject({
      usesDefault: false,
      permissions: [],
      lostDefaults: [],
      groups: [{ id: group, name: 'Platform', roles: [role] }],
    });
    expect(await changePerson(ctx, { id, ...fields, version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { version: 2 } },
    });
  });

  test('a change that does not speak of it reactivates nobody, and leaves name and address as they are', async () => {
    const { ctx } = await arrange();
    const ola = { name: 'Ola', email: 'ola@acme.example' };
    const id = await addPerson(db, ctx.workspaceId, { ...ola, isActive: false });

    expect(await changePerson(ctx, { id, name: 'Ola Berg', version: 1 })).toMatchObject({
      ok: true,
      value: { name: 'Ola Berg', email: ola.email, isActive: false, version: 2 },
    });
    expect(await changePerson(ctx, { id, isActive: true, version: 2 })).toMatchObject({
      ok: true,
      value: { name: 'Ola Berg', email: ola.email, isActive: true, version: 3 },
    });
  });

  test('the record keeps a removed person and their groups', async () => {
    const { ctx } = await arrange();
    const group = await addGroup(db, ctx.workspaceId, { name: 'Platform' });
    const id = await addPerson(db, ctx.workspaceId, { name: 'Ola', groupIds: [group] });

    expect(await removePerson(ctx, { id, version: 0 })).toMatchObject({ error: { code: 'conflict' } });
    expect(await removePerson(ctx, { id, version: 1 })).toMatchObject({ ok: true });

    expect(await db.groupMember.count({ where: { person: { id } } })).toBe(0);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'person.removed', before: { name: 'Ola', groups: [group] }, after: null },
    ]);
    expect(await removePerson(ctx, { id, version: 1 })).toMatchObject({ error: { code: 'not_found' } });
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may change nobody, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();
      const id = await addPerson(db, ctx.workspaceId);
      const other = await as(appRole);

      const refused = { ok: false, error: { code: 'forbidden', capability: 'directory.write' } };
      expect(await createPerson(other, nadia)).toMatchObject(refused);
      expect(await changePerson(other, { id, ...nadia, version: 1 })).toMatchObject(refused);
      expect(await removePerson(other, { id, version: 1 })).toMatchObject(refused);
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );
});

describe('readPeople', () => {
  test('pages by name without leaving anybody out, and searches any part of name or address', async () => {
    const { ctx } = await arrange();
    const names = ['Ada', 'Bo', 'Bo', 'Cy', 'Di'];
    for (const name of names) await addPerson(db, ctx.workspaceId, { name });
    await addPerson(db, (await arrange()).workspace.id, { name: 'Stranger' });

    const first = await readPeople(ctx, { limit: 2 });
    const second = await readPeople(ctx, { limit: 2, cursor: first?.next });
    const third = await readPeople(ctx, { limit: 2, cursor: second?.next });

    const seen = [first, second, third].flatMap((page) => page?.people.map(({ name }) => name));
    expect(seen).toEqual(names);
    expect([first?.count, third?.next]).toEqual([5, null]);
    expect((await readPeople(ctx, { search: 'O' }))?.count).toBe(2);
    expect((await readPeople(ctx, { search: '%' }))?.count).toBe(0);
    expect((await readPeople(ctx, { search: 'acme.ex' }))?.count).toBe(5);
  });

  test('those outside a group are found, however many in it are called the same', async () => {
    const { ctx } = await arrange();
    const group = await addGroup(db, ctx.workspaceId, { name: 'Platform' });
    for (const name of ['Bo A', 'Bo B', 'Bo C']) {
      await addPerson(db, ctx.workspaceId, { name, groupIds: [group] });
    }
    await addPerson(db, ctx.workspaceId, { name: 'Bo Z' });

    const found = await readPeople(ctx, { search: 'bo', notIn: group, limit: 2 });

    expect(found).toMatchObject({ count: 1, people: [{ name: 'Bo Z', groups: [] }], next: null });
  });

  test.each([
    { search: 'a\0b' },
    { cursor: '0195f3a0-0000-4000-8000-000000000000a\0b' },
    { cursor: 'x' },
    { notIn: '' },
  ])('%j is no question', async (input) => {
    const { ctx } = await arrange();

    await expect(readPeople(ctx, input)).rejects.toThrow(InvalidInput);
  });

  test('lists exactly those who go without a default, and the people of a group', async () => {
    const { ctx } = await arrange();
    const { workspaceId } = ctx;
    await setDefaults(db, workspaceId, ['gpts.use', 'codex.local']);
    const role = await addRole(db, workspaceId, { name: 'Local', permissions: ['codex.local'] });
    const rest = await addRole(db, workspaceId, { name: 'GPTs', permissions: ['gpts.use'] });
    const local = await addGroup(db, workspaceId, { name: 'Local', roleIds: [role] });
    const gpts = await addGroup(db, workspaceId, { name: 'GPTs', roleIds: [rest] });
    await addPerson(db, workspaceId, { name: 'Loses', groupIds: [local] });
    await addPerson(db, workspaceId, { name: 'Has both', groupIds: [local, gpts] });
    await addPerson(db, workspaceId, { name: 'Default' });
    await addPerson(db, workspaceId, { name: 'Gone', groupIds: [local], isActive: false });

    expect((await readPeople(ctx, { losing: 'true' }))?.people.map(({ name }) => name)).toEqual(['Loses']);
    expect((await readPeople(ctx, { group: gpts }))?.people.map(({ name }) => name)).toEqual(['Has both']);
  });
});
