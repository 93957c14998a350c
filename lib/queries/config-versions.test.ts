import { expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { readVersions } from './config-versions';

test('says how many may use Codex locally, and in how many groups they are', async () => {
  const { ctx } = await arrange();
  const role = await addRole(db, ctx.workspaceId, { name: 'Pilot', permissions: ['codex.local'] });
  const pilot = await addGroup(db, ctx.workspaceId, { name: 'Pilot', roleIds: [role] });
  const others = await addGroup(db, ctx.workspaceId, { name: 'Others', roleIds: [] });
  await addPerson(db, ctx.workspaceId, { name: 'Nadia', groupIds: [pilot, others] });
  for (const name of ['Ola', 'Kim']) await addPerson(db, ctx.workspaceId, { name, groupIds: [pilot] });
  await addPerson(db, ctx.workspaceId, { name: 'Sam', groupIds: [others] });

  expect((await readVersions(ctx))?.reach).toEqual({ people: 3, groups: 2, base: 3 });
});
