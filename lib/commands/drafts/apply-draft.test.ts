import { expect, test } from 'vitest';
import { setExpectations } from '#lib/commands/expectations/set-expectations';
import { db } from '#lib/data/db';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { applyDraft } from './apply-draft';
import { createDraft } from './create-draft';

test('a draft that would break what is expected is refused by every door, and writes nothing', async () => {
  const { ctx } = await arrange();
  const { workspaceId } = ctx;
  const role = await addRole(db, workspaceId, { name: 'Users', permissions: ['codex.cloud'] });
  const group = await addGroup(db, workspaceId, { name: 'Contractors' });
  await addPerson(db, workspaceId, { name: 'Nadia', groupIds: [group] });
  await setExpectations(ctx, { expectations: [{ nobody: { group, may: 'codex.cloud' } }], version: 0 });
  const changes = [{ kind: 'group-role-added', group, role }];
  const draft = await createDraft(ctx, { name: 'Wave 2', changes });
  if (!draft.ok) throw new Error(draft.error.message);
  const { id } = draft.value;

  expect(await applyDraft(ctx, { id, version: 1 })).toMatchObject({ error: { code: 'expectation_fails' } });
  expect(await db.groupRole.count({ where: { workspaceId } })).toBe(0);

  await setExpectations(ctx, { expectations: [], version: 1 });
  expect(await applyDraft(ctx, { id, version: 1 })).toMatchObject({ ok: true });
});
