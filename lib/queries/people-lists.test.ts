import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { InvalidInput } from '#lib/domain/errors';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { readPeople, readPersonAccess } from './people';
import { readPeopleCsv } from './people-file';
import { readProfiles } from './profiles';
import { readWho, readWhoCsv } from './who';

/** Two groups with a role each; Ann and Bo in one, Cy in both, Di in none, Ed in one but deactivated. */
async function company() {
  const { ctx } = await arrange();
  const { workspaceId } = ctx;
  await setDefaults(db, workspaceId, ['gpts.use']);
  const local = await addRole(db, workspaceId, { name: 'Local', permissions: ['codex.local'] });
  const wide = await addRole(db, workspaceId, { name: 'Wide', permissions: ['codex.local', 'gpts.use'] });
  const users = await addGroup(db, workspaceId, { name: 'Users', roleIds: [local] });
  const pilots = await addGroup(db, workspaceId, { name: 'Pilots', roleIds: [wide] });
  const person = (name: string, groupIds: string[], isActive = true) =>
    addPerson(db, workspaceId, { name, email: `${name.toLowerCase()}@acme.example`, groupIds, isActive });
  const ann = await person('Ann', [users]);
  await person('Bo', [users]);
  const cy = await person('Cy', [users, pilots]);
  const di = await person('Di', []);
  const ed = await person('Ed', [users], false);
  await db.person.updateMany({ where: { workspaceId, name: 'Bo' }, data: { isImported: true } });
  return { ctx, local, wide, users, pilots, ann, cy, di, ed };
}

type Found = { people: { name: string }[] } | null;
const names = (found: Found) => found?.people.map(({ name }) => name).join(' ');

async function textOf(file: { chunks: AsyncIterable<string> } | null): Promise<string> {
  let text = '';
  for await (const chunk of file?.chunks ?? []) text += chunk;
  return text;
}

describe('readPeople', () => {
  test('each filter keeps whom it says, and several keep who fits all', async () => {
    const { ctx, local, wide, users, pilots, cy } = await company();
    const profile = (await readPersonAccess(ctx, { id: cy }))?.profile ?? '';
    const cases: [Record<string, unknown>, string][] = [
      [{}, 'Ann Bo Cy Di Ed'],
      [{ group: users }, 'Ann Bo Cy Ed'],
      [{ notIn: users }, 'Di'],
      [{ group: 'nowhere' }, ''],
      [{ role: local }, 'Ann Bo Cy'],
      [{ role: wide }, 'Cy'],
      [{ permission: 'gpts.use' }, 'Cy Di'],
      [{ permission: 'gpts.use', level: 2 }, ''],
      [{ without: 'gpts.use' }, 'Ann Bo'],
      [{ without: 'codex.everything' }, 'Ann Bo Cy Di'],
      [{ profile }, 'Cy'],
      [{ profile: 'none' }, ''],
      [{ losing: 'true' }, 'Ann Bo'],
      [{ source: 'imported' }, 'Bo'],
      [{ source: 'manual' }, 'Ann Cy Di Ed'],
      [{ active: 'false' }, 'Ed'],
      [{ active: 'true', group: users, source: 'manual' }, 'Ann Cy'],
      [{ search: 'D', permission: 'gpts.use' }, 'Di'],
      [{ search: 'acme', group: pilots }, 'Cy'],
    ];
    for (const [asked, expected] of cases) {
      const found = await readPeople(ctx, asked);
      expect([asked, names(found)]).toEqual([asked, expected]);
      expect(found).toMatchObject({ count: found?.people.length, isMore: false, before: 0, next: null });
    }
  });

  test('a cursor goes on behind its person after others came, and after that person went', async () => {
    const { ctx, ann } = await company();
    const first = await readPeople(ctx, { limit: 1 });
    await addPerson(db, ctx.workspaceId, { name: 'Aaron' });
    await addPerson(db, ctx.workspaceId, { name: 'Anna' });

    expect(await readPeople(ctx, { limit: 1, cursor: first?.next })).toMatchObject({
      people: [{ name: 'Anna' }],
      before: 2,
      count: 7,
    });
    await db.person.deleteMany({ where: { id: ann } });
    expect(names(await readPeople(ctx, { limit: 2, cursor: first?.next }))).toBe('Anna Bo');
    expect(names(await readPeople(ctx, { limit: 1, cursor: '' }))).toBe('Aaron');
  });

  test('a search is counted up to 1,000, and pages all it finds', async () => {
    const { ctx } = await arrange();
    const person = (at: number) => ({
      id: String(at),
      workspaceId: ctx.workspaceId,
      name: `Person ${String(at).padStart(4, '0')}`,
      email: `${String(at)}@acme.example`,
      version: 1,
    });
    await db.person.createMany({ data: Array.from({ length: 1001 }, (_, at) => person(at)) });

    const first = await readPeople(ctx, { search: 'person' });
    expect(first).toMatchObject({ count: 1000, isMore: true, before: null });
    expect((await readPeople(ctx, { search: 'person', cursor: first?.next }))?.people[0]?.id).toBe('50');
    expect(await readPeople(ctx, { search: 'person 0' })).toMatchObject({ count: 1000, isMore: false });
    expect(await readPeople(ctx, { search: 'person', active: 'true' })).toMatchObject({
      count: 1001,
      isMore: false,
    });
    expect((await textOf(await readPeopleCsv(ctx, { search: 'person' }))).split('\r\n')).toHaveLength(1003);
  });

  test('the file holds whom the filter means, and no cell is a formula', async () => {
    const { ctx, users } = await company();
    await db.person.updateMany({
      where: { workspaceId: ctx.workspaceId, name: 'Bo' },
      data: { name: '=Bo' },
    });

    const file = await readPeopleCsv(ctx, { group: users, source: 'imported' });

    expect(file?.name).toBe('people.csv');
    expect(await textOf(file)).toMatch(
      /^id,email,name,active,source,groups\r\n[^,]+,bo@acme.example,'=Bo,true,imported,Users\r\n$/,
    );
  });
});

describe('readPersonAccess', () => {
  test('the profile is the same for the same access, by whatever roles, and for nobody deactivated', async () => {
    const { ctx, wide, ann, cy, di, ed } = await company();
    const { workspaceId } = ctx;
    const same = await addGroup(db, workspaceId, { name: 'Same', roleIds: [wide] });
    const flo = await addPerson(db, workspaceId, { name: 'Flo', groupIds: [same] });
    const profiles = await Promise.all(
      [ann, cy, flo, di, ed].map(async (id) => (await readPersonAccess(ctx, { id }))?.profile),
    );
    const [ofAnn, ofCy, ofFlo, ofDi, ofEd] = profiles;

    expect(ofFlo).toBe(ofCy);
    expect(new Set([ofAnn, ofCy, ofDi]).size).toBe(3);
    expect(ofEd).toBeNull();
    expect((await readProfiles(ctx))?.profiles.map(({ id, people }) => [id, people])).toEqual(
      expect.arrayContaining([
        [ofAnn, 2],
        [ofCy, 2],
        [ofDi, 1],
      ]),
    );
  });

  test('direct roles count in the tri-state model, where an Off beside an On is told', async () => {
    const { ctx, ann } = await company();
    const { workspaceId } = ctx;
    const off = await addRole(db, workspaceId, { name: 'Off', permissions: [] });
    await db.customRole.updateMany({ where: { id: off }, data: { permissions: { 'codex.local': false } } });
    const [person, role] = await Promise.all([
      db.person.findFirstOrThrow({ where: { id: ann } }),
      db.customRole.findFirstOrThrow({ where: { id: off } }),
    ]);
    const numbers = { personNumber: person.number, roleNumber: role.number };
    await db.directRole.create({ data: { workspaceId, ...numbers } });
    expect(await readPersonAccess(ctx, { id: ann })).toMatchObject({ directRoles: [off], disputedOff: [] });

    const chosen = { model: 'tri-state', version: 1, changedAt: new Date(), changedBy: 'Mara' };
    await db.resolutionModel.create({ data: { workspaceId, ...chosen } });

    expect(await readPersonAccess(ctx, { id: ann })).toMatchObject({
      disputedOff: [{ permission: 'codex.local', roles: [off] }],
      permissions: expect.arrayContaining([
        { permission: 'gpts.use', level: 1, paths: expect.arrayContaining([{ group: null, role: off }]) },
      ]),
    });
    expect(names(await readPeople(ctx, { role: off }))).toBe('Ann');
  });

  test('a person of another workspace is nobody here', async () => {
    const { ann } = await company();
    const { ctx } = await arrange();
    expect(await readPersonAccess(ctx, { id: ann })).toBeNull();
  });
});

describe('readWho', () => {
  test('counts exactly, pages by name, and sees the next change', async () => {
    const { ctx, local } = await company();
    expect(await readWho(ctx, { permission: 'codex.local' })).toMatchObject({
      count: 3,
      people: [{ name: 'Ann', level: 1 }, { name: 'Bo' }, { name: 'Cy' }],
      cursor: null,
    });
    expect(await readWho(ctx, { permission: 'codex.cloud' })).toEqual({ count: 0, people: [], cursor: null });
    expect(await textOf(await readWhoCsv(ctx, { permission: 'gpts.use' }))).toMatch(
      /^id,email,name,level\r\n[^,]+,cy@acme.example,Cy,1\r\n[^,]+,di@acme.example,Di,1\r\n$/,
    );

    await db.customRole.updateMany({ where: { id: local }, data: { permissions: { 'codex.cloud': true } } });

    expect((await readWho(ctx, { permission: 'codex.cloud' }))?.count).toBe(3);
  });

  test('more than a page goes on behind its last person', async () => {
    const { ctx } = await arrange();
    await setDefaults(db, ctx.workspaceId, ['gpts.use']);
    const data = Array.from({ length: 60 }, (_, at) => ({
      id: String(at),
      workspaceId: ctx.workspaceId,
      name: 'Twin',
      email: `${String(at)}@acme.example`,
      version: 1,
    }));
    await db.person.createMany({ data });

    const first = await readWho(ctx, { permission: 'gpts.use' });
    const second = await readWho(ctx, { permission: 'gpts.use', cursor: first?.cursor });

    expect([first?.count, first?.people.length, second?.people.length]).toEqual([60, 50, 10]);
    const seen = [first, second].flatMap((page) => page?.people.map(({ id }) => id) ?? []);
    expect(new Set(seen).size).toBe(60);
    expect(second?.cursor).toBeNull();
  });

  test.each([{}, { permission: 'codex.nothing' }, { permission: 'codex.local', level: 9 }])(
    '%j is no question',
    async (input) => {
      const { ctx } = await arrange();
      await expect(readWho(ctx, input)).rejects.toThrow(InvalidInput);
    },
  );
});

describe('readProfiles', () => {
  test('counts people with the same access once, the sets of roles behind it, and how few cover most', async () => {
    const { ctx, local } = await company();
    const found = await readProfiles(ctx);

    expect(found).toMatchObject({ count: 3, people: 4, cover: { profiles: 3, people: 4 }, cursor: null });
    expect(found?.profiles[0]).toMatchObject({
      people: 2,
      permissions: [{ permission: 'codex.local', level: 1 }],
      roleSets: [{ roles: [local], people: 2 }],
    });
  });
});
