import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { accessIndex, type AccessIndex } from '#lib/data/access-index';
import { db, type Db } from '#lib/data/db';
import { transactAlone } from '#lib/data/transact';
import { groupsAt } from '#lib/domain/rbac/everyone/population';
import { textAt } from '#lib/domain/rbac/everyone/text-column';
import { arrange } from '#test/arrange';
import { randomOf, type Random } from '#test/random';

const seeds = process.env.SLIPWAY_TEST_FULL === '1' ? 12 : 2;
const steps = 40;

// safe because the index of this process is kept under this name
const holder = globalThis as { slipwayAccess?: Map<string, Promise<AccessIndex>> };

/** The index as a process that has just started reads it; what this process had stays as it is. */
async function freshIndex(workspaceId: string): Promise<AccessIndex> {
  const kept = holder.slipwayAccess?.get(workspaceId);
  holder.slipwayAccess?.delete(workspaceId);
  const fresh = await accessIndex(db, { workspaceId });
  if (kept) holder.slipwayAccess?.set(workspaceId, kept);
  return fresh;
}

/** All that an index says, in a form that has one order. */
function told({ population, book, rules, everyone, facts, positionOf, stamp }: AccessIndex) {
  const { words } = rules.bits;
  return {
    stamp,
    book,
    facts,
    people: Array.from(population.numbers, (number, at) => ({
      number,
      at: positionOf(number),
      id: textAt(population.ids, at),
      name: textAt(population.names, at),
      isActive: population.isActive[at],
      groups: Array.from(groupsAt(population, at)).sort((one, other) => one - other),
      roles: [...(population.directRoles.get(at) ?? [])].sort((one, other) => one - other),
      mask: Array.from(everyone.masks.subarray(at * words, (at + 1) * words)),
      usesDefault: everyone.usesDefault[at],
    })),
  };
}

type Write = (by: Db, workspaceId: string, random: Random) => Promise<unknown>;

const keys = ['codex.local', 'codex.cloud', 'codex.administer', 'gpts.share', 'no.longer.known'];
const someGrants = ({ chance }: Random) =>
  Object.fromEntries(keys.filter(() => chance(0.5)).map((key) => [key, chance(0.7)]));
const changed = { changedAt: new Date(), changedBy: 'Mara Lindqvist', version: 1 };
const anyName = ({ below }: Random) => `${'ABCDEFGHIJ'[below(10)] ?? ''} ${String(below(1000))}`;

type Kind = 'person' | 'group' | 'role';

const numbersOf: Readonly<Record<Kind, (by: Db, workspaceId: string) => Promise<{ number: number }[]>>> = {
  person: (by, workspaceId) => by.person.findMany({ where: { workspaceId }, orderBy: { number: 'asc' } }),
  group: (by, workspaceId) => by.group.findMany({ where: { workspaceId }, orderBy: { number: 'asc' } }),
  role: (by, workspaceId) => by.customRole.findMany({ where: { workspaceId }, orderBy: { number: 'asc' } }),
};

async function one(kind: Kind, by: Db, workspaceId: string, random: Random): Promise<number | null> {
  const all = await numbersOf[kind](by, workspaceId);
  return all.length === 0 ? null : random.pick(all).number;
}

/** Does something with one of those there are, if there are any. */
const withOne =
  (
    kind: Kind,
    work: (by: Db, number: number, random: Random, workspaceId: string) => Promise<unknown>,
  ): Write =>
  async (by, workspaceId, random) => {
    const number = await one(kind, by, workspaceId, random);
    return number === null ? null : work(by, number, random, workspaceId);
  };

const newPerson = (workspaceId: string, random: Random) => {
  const id = randomUUID();
  return {
    id,
    workspaceId,
    name: anyName(random),
    email: `${id}@acme.example`,
    isActive: random.chance(0.8),
    version: 1,
  };
};

const writes: Readonly<Record<string, Write>> = {
  'people come': (by, workspaceId, random) =>
    by.person.createMany({
      data: Array.from({ length: 1 + random.below(4) }, () => newPerson(workspaceId, random)),
    }),
  'a group comes': (by, workspaceId, random) =>
    by.group.create({
      data: { ...changed, workspaceId, id: randomUUID(), name: anyName(random), source: 'manual' },
    }),
  'a role comes': (by, workspaceId, random) =>
    by.customRole.create({
      data: {
        ...changed,
        workspaceId,
        id: randomUUID(),
        name: anyName(random),
        permissions: someGrants(random),
      },
    }),
  'somebody joins': withOne('person', async (by, personNumber, random, workspaceId) => {
    const groupNumber = await one('group', by, workspaceId, random);
    if (groupNumber === null) return;
    await by.groupMember.createMany({
      data: [{ workspaceId, groupNumber, personNumber }],
      skipDuplicates: true,
    });
  }),
  'somebody leaves groups': withOne('person', (by, personNumber) =>
    by.groupMember.deleteMany({ where: { personNumber } }),
  ),
  'a group is emptied': withOne('group', (by, groupNumber) =>
    by.groupMember.deleteMany({ where: { groupNumber } }),
  ),
  'a group goes': withOne('group', (by, number) => by.group.delete({ where: { number } })),
  'a role goes': withOne('role', (by, number) => by.customRole.delete({ where: { number } })),
  'somebody goes': withOne('person', (by, number) => by.person.delete({ where: { number } })),
  'somebody is renamed': withOne('person', (by, number, random) =>
    by.person.update({ where: { number }, data: { name: anyName(random) } }),
  ),
  'somebody is deactivated or back': withOne('person', (by, number, random) =>
    by.person.update({ where: { number }, data: { isActive: random.chance(0.5) } }),
  ),
  'a group is renamed': withOne('group', (by, number, random) =>
    by.group.update({ where: { number }, data: { name: anyName(random) } }),
  ),
  'a role is renamed': withOne('role', (by, number, random) =>
    by.customRole.update({ where: { number }, data: { name: anyName(random) } }),
  ),
  'a role says something else': withOne('role', (by, number, random) =>
    by.customRole.update({ where: { number }, data: { permissions: someGrants(random) } }),
  ),
  'a group gets a role': withOne('group', async (by, groupNumber, random, workspaceId) => {
    const roleNumber = await one('role', by, workspaceId, random);
    if (roleNumber === null) return;
    await by.groupRole.createMany({ data: [{ workspaceId, groupNumber, roleNumber }], skipDuplicates: true });
  }),
  'a group loses its roles': withOne('group', (by, groupNumber) =>
    by.groupRole.deleteMany({ where: { groupNumber } }),
  ),
  'somebody gets a role directly': withOne('person', async (by, personNumber, random, workspaceId) => {
    const roleNumber = await one('role', by, workspaceId, random);
    if (roleNumber === null) return;
    await by.directRole.createMany({
      data: [{ workspaceId, personNumber, roleNumber }],
      skipDuplicates: true,
    });
  }),
  'the defaults change': (by, workspaceId, random) => {
    const data = { ...changed, permissions: someGrants(random) };
    return by.workspaceDefaults.upsert({
      where: { workspaceId },
      create: { workspaceId, ...data },
      update: data,
    });
  },
  'the model changes': (by, workspaceId, random) => {
    const data = { ...changed, model: random.pick(['guide-2026-03', 'tri-state']) };
    return by.resolutionModel.upsert({
      where: { workspaceId },
      create: { workspaceId, ...data },
      update: data,
    });
  },
};

const someWrites = async (by: Db, workspaceId: string, random: Random) => {
  const names = Array.from({ length: 1 + random.below(3) }, () => random.pick(Object.keys(writes)));
  for (const name of names) await writes[name]?.(by, workspaceId, random);
  return names;
};

describe('the index after writes', () => {
  test.each(Array.from({ length: seeds }, (_, seed) => seed + 1))(
    'is that of a fresh start (seed %i)',
    async (seed) => {
      const { workspace } = await arrange();
      const random = randomOf(seed);
      for (const name of ['people come', 'a group comes', 'a role comes', 'people come', 'a group comes']) {
        await writes[name]?.(db, workspace.id, random);
      }
      const done: string[] = [];
      for (let step = 0; step < steps; step += 1) {
        const takenBack = random.chance(0.15);
        const work = transactAlone(async (tx) => {
          const names = await someWrites(tx, workspace.id, random);
          await accessIndex(tx, { workspaceId: workspace.id });
          if (takenBack) throw new Error('Taken back.');
          done.push(...names);
        });
        await (takenBack ? expect(work).rejects.toThrow('Taken back.') : work);
        // Sometimes several writes lie between two looks.
        if (random.chance(0.2)) continue;

        const index = await accessIndex(db, { workspaceId: workspace.id });

        expect({ done, ...told(index) }).toEqual({ done, ...told(await freshIndex(workspace.id)) });
      }
      expect(new Set(done).size).toBeGreaterThan(15);
    },
  );
});
