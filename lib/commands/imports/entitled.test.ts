import { expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { readImport } from '#lib/queries/imports';
import { arrange, auditLog } from '#test/arrange';
import { importFiles, peopleOf, send, small, work } from '#test/imports';
import { applyImport } from './apply-import';

const ended = new Date(Date.now() - 60_000);

test.each([
  ['access was taken away', { deactivatedAt: ended }],
  ['access has ended', { endsAt: ended }],
  ['the app role is another', { appRole: 'auditor' }],
])('an import that waited is not applied where %s since it was asked for', async (_, data) => {
  const { ctx, as } = await arrange();
  const it = await as('it_owner');
  const sent = await send(it, small);
  const id = sent.ok ? sent.value.id : '';
  await db.member.update({ where: { id: it.actor.id }, data });

  await work(ctx, id);

  expect(await readImport(ctx, { id })).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('may import no longer'),
  });
  expect(await peopleOf(ctx.workspaceId)).toEqual([]);
  expect(await auditLog(ctx.workspaceId)).toEqual([]);
});

test('whoever applies what another tried out stands for it', async () => {
  const { ctx, as } = await arrange();
  const it = await as('it_owner');
  const { id } = await importFiles(it, small, { dryRun: true });
  await db.member.update({ where: { id: it.actor.id }, data: { deactivatedAt: ended } });

  await applyImport(ctx, { id });
  await work(ctx, id);

  expect(await readImport(ctx, { id })).toMatchObject({ state: 'done', by: ctx.actor.name });
});
