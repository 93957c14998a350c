import { expect, test } from 'vitest';
import { createDraft } from '#lib/commands/drafts/create-draft';
import { db } from '#lib/data/db';
import { arrange } from '#test/arrange';
import { addGroup, addRole } from '#test/directory';
import { readDrafts } from './drafts';

test('the list of drafts tells how many changes each holds, the newest first', async () => {
  const { ctx } = await arrange();
  const role = await addRole(db, ctx.workspaceId, { name: 'Users', permissions: ['codex.local'] });
  const group = await addGroup(db, ctx.workspaceId, { name: 'Payments', roleIds: [] });
  const changes = [{ kind: 'group-role-added', group, role }];
  await createDraft(ctx, { name: 'Payments get it', changes });
  await createDraft({ ...ctx, now: new Date(ctx.now.getTime() + 1000) }, { name: 'Nothing yet' });

  expect(await readDrafts(ctx, {})).toMatchObject({
    drafts: [
      { name: 'Nothing yet', changes: 0, appliedAt: null },
      { name: 'Payments get it', changes: 1, createdBy: ctx.actor.name },
    ],
  });
});
