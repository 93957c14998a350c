import { describe, expect, test } from 'vitest';
import { addToGroup } from '#lib/commands/access/add-to-group';
import { setGroupRoles } from '#lib/commands/access/set-group-roles';
import { setExpectations } from '#lib/commands/expectations/set-expectations';
import { db } from '#lib/data/db';
import { readDraftScreen } from '#lib/queries/draft-screen';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { looked } from '#test/drafts';
import { applyDraft } from './apply-draft';
import { createDraft } from './create-draft';

/** Contractors, with Nadia and Ola in it and no role, and a draft that gives it one. */
async function begun() {
  const { ctx } = await arrange();
  const { workspaceId } = ctx;
  const role = await addRole(db, workspaceId, { name: 'Users', permissions: ['codex.cloud'] });
  const group = await addGroup(db, workspaceId, { name: 'Contractors' });
  const nadia = await addPerson(db, workspaceId, { name: 'Nadia', groupIds: [group] });
  const ola = await addPerson(db, workspaceId, { name: 'Ola', groupIds: [group] });
  const changes = [{ kind: 'group-role-added', group, role }];
  const draft = await createDraft(ctx, { name: 'Wave 2', changes });
  if (!draft.ok) throw new Error(draft.error.message);
  return { ctx, workspaceId, role, group, nadia, ola, id: draft.value.id };
}

test('a draft that would break what is expected is refused by every door, and writes nothing', async () => {
  const { ctx, workspaceId, group, id } = await begun();
  await setExpectations(ctx, { expectations: [{ nobody: { group, may: 'codex.cloud' } }], version: 0 });

  expect(await applyDraft(ctx, await looked(ctx, id))).toMatchObject({
    error: { code: 'expectation_fails' },
  });
  expect(await db.groupRole.count({ where: { workspaceId } })).toBe(0);

  await setExpectations(ctx, { expectations: [], version: 1 });
  expect(await applyDraft(ctx, await looked(ctx, id))).toMatchObject({ ok: true });
});

test('who breaks an expectation already may, and one more may not, however many are repaired', async () => {
  const { ctx, workspaceId, role, nadia, ola } = await begun();
  const users = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [role] });
  await addToGroup(ctx, { id: users, people: [nadia] });
  await setExpectations(ctx, { expectations: [{ nobody: { may: 'codex.cloud' } }], version: 0 });
  const swapped = [
    { kind: 'membership-removed', group: users, person: nadia },
    { kind: 'membership-added', group: users, person: ola },
  ];
  const refused = await createDraft(ctx, { name: 'Swap', changes: swapped });
  if (!refused.ok) throw new Error(refused.error.message);

  expect(await applyDraft(ctx, await looked(ctx, refused.value.id))).toMatchObject({
    error: { code: 'expectation_fails' },
  });
  expect(await readDraftScreen(ctx, { id: refused.value.id })).toMatchObject({
    failing: [{ byDraft: true, people: [{ id: ola, name: 'Ola' }] }],
  });
});

describe('an effect that has moved since somebody looked', () => {
  type Begun = Awaited<ReturnType<typeof begun>>;
  const counts = (gains: number) => ({ losses: 0, leavesDefault: gains, gains });

  test.each<[string, (scene: Begun) => Promise<unknown>, ReturnType<typeof counts>]>([
    [
      'somebody joins the group',
      async ({ ctx, workspaceId, group }) => {
        const person = await addPerson(db, workspaceId, { name: 'Per' });
        return addToGroup(ctx, { id: group, people: [person] });
      },
      counts(3),
    ],
    [
      'people come with an import',
      async ({ workspaceId, group }) =>
        db.$transaction(async (tx) => {
          const where = { workspaceId_id: { workspaceId, id: group } };
          const { number: groupNumber } = await tx.group.findUniqueOrThrow({ where });
          const people = Array.from({ length: 60 }, (_, at) => `p${at}`);
          await tx.person.createMany({
            data: people.map((id) => ({
              ...{ id, workspaceId, name: id, email: `${id}@acme.example`, isActive: true, version: 1 },
            })),
          });
          const rows = await tx.person.findMany({ where: { workspaceId, id: { in: people } } });
          await tx.groupMember.createMany({
            data: rows.map((row) => ({
              workspaceId,
              groupNumber,
              personNumber: row.number,
              isImported: true,
            })),
          });
        }),
      counts(62),
    ],
    [
      'somebody else gives one of them the role on',
      async ({ ctx, workspaceId, role, nadia }) => {
        const other = await addGroup(db, workspaceId, { name: 'Platform' });
        await addToGroup(ctx, { id: other, people: [nadia] });
        return setGroupRoles(ctx, { id: other, roles: [role], version: 0 });
      },
      counts(1),
    ],
    [
      'one leaves and another comes',
      async ({ ctx, workspaceId, group, ola }) => {
        const person = await addPerson(db, workspaceId, { name: 'Per' });
        await addToGroup(ctx, { id: group, people: [person] });
        return db.person.deleteMany({ where: { workspaceId, id: ola } });
      },
      counts(2),
    ],
  ])('%s: it is refused with then and now, and applied once that was seen', async (_, move, now) => {
    const scene = await begun();
    const { ctx, workspaceId, id, group } = scene;
    const seen = await looked(ctx, id);
    await move(scene);

    expect(await applyDraft(ctx, seen)).toMatchObject({
      error: { code: 'effect_moved', seen: counts(2), now },
    });
    expect(await db.groupRole.count({ where: { workspaceId, group: { id: group } } })).toBe(0);
    expect(await applyDraft(ctx, await looked(ctx, id))).toMatchObject({ ok: true });
  });

  test('a new name and what meets others move nothing; without an effect nothing is applied', async () => {
    const { ctx, workspaceId, id, nadia } = await begun();
    const seen = await looked(ctx, id);
    await addPerson(db, workspaceId, { name: 'Per' });
    await db.person.updateMany({ where: { workspaceId, id: nadia }, data: { name: 'Zoe', version: 2 } });

    expect(await applyDraft(ctx, { id, version: 1 })).toMatchObject({ error: { code: 'invalid_input' } });
    expect(await applyDraft(ctx, seen)).toMatchObject({ ok: true });
  });
});
