import { expect, test } from 'vitest';
import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { db } from '#lib/data/db';
import { arrange } from '#test/arrange';
import { addGroup, addRole } from '#test/directory';
import { readFindings } from './findings';

test('findings are told with where they are accepted; one that is accepted counts as accepted', async () => {
  const { ctx, as } = await arrange();
  const role = await addRole(db, ctx.workspaceId, { name: 'Nothing', permissions: [] });
  await addGroup(db, ctx.workspaceId, { name: 'Empty', roleIds: [role] });

  const found = await readFindings(ctx);
  expect(found).toMatchObject({ accepted: 0 });
  const subject = `finding:role_grants_nothing:${role}`;
  const mine = found?.findings.find(({ acceptance }) => acceptance.subject === subject);
  expect(mine).toMatchObject({
    kind: 'role_grants_nothing',
    title: expect.stringContaining('Nothing') as string,
    acceptance: { state: 'none', by: null, endsOn: null },
  });

  const governance = await as('governance_owner');
  const word = { reason: 'It is filled next week.', endsOn: '2099-01-31', version: 0 };
  expect(await acceptRisk(governance, { subject, ...word })).toMatchObject({ ok: true });

  const after = await readFindings(ctx);
  expect(after).toMatchObject({ open: (found?.open ?? 0) - 1, accepted: 1 });
  expect(after?.findings.find(({ id }) => id === mine?.id)?.acceptance).toEqual({
    subject,
    state: 'standing',
    by: governance.actor.name,
    reason: 'It is filled next week.',
    endsOn: '2099-01-31',
  });
});
