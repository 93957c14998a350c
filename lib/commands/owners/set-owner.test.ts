import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { setOwner } from './set-owner';

const devi = { duty: 'it', name: 'Devi Rao', email: 'devi@acme.example', version: 0 };
const asStored = { ...devi, standInName: null, standInEmail: null, version: 1 };
const stored = (workspaceId: string) => db.owner.findMany({ where: { workspaceId } });

const jobs = z.array(z.object({ payload: z.object({ to: z.string(), subject: z.string() }) }));
const mailsTo = async (address: string) =>
  jobs.parse(
    await db.$queryRaw`select "payload" from graphile_worker._private_jobs where "payload" ->> 'to' = ${address}`,
  );

describe('setOwner', () => {
  test('the owner is stored and stands in the audit log', async () => {
    const { ctx } = await arrange();

    const result = await setOwner(ctx, devi);

    expect(result).toEqual({ ok: true, value: asStored });
    expect(await stored(ctx.workspaceId)).toMatchObject([{ ...devi, version: 1, changedAt: ctx.now }]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'owner.named',
        subject: 'owner:it',
        before: { duty: 'it', name: null, email: null, version: 0 },
        after: { ...devi, version: 1 },
      },
    ]);
  });

  test('leaving a duty to nobody is a write of its own', async () => {
    const { ctx } = await arrange();
    await setOwner(ctx, devi);

    const result = await setOwner(ctx, { duty: 'it', name: null, email: null, version: 1 });

    expect(result).toEqual({ ok: true, value: { ...asStored, name: null, email: null, version: 2 } });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'owner.removed' });
  });

  test('a person named with an address is told once by mail', async () => {
    const { ctx, workspace } = await arrange();
    const email = `${workspace.slug}@acme.example`;

    await setOwner(ctx, { ...devi, email });
    await setOwner(ctx, { ...devi, email, name: 'Devi R.', version: 1 });

    const mails = await mailsTo(email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.payload.subject).toContain(workspace.name);
  });

  test('a member is named by the account’s name and address', async () => {
    const { ctx, as } = await arrange();
    const { actor } = await as('it_owner');
    const member = await db.member.findUniqueOrThrow({ where: { id: actor.id }, include: { account: true } });

    const result = await setOwner(ctx, { duty: 'it', memberId: actor.id, version: 0 });

    const { name, email } = member.account;
    expect(result).toMatchObject({ ok: true, value: { name, email, version: 1 } });
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test('a member of another workspace cannot be named', async () => {
    const { ctx } = await arrange();
    const { ctx: stranger } = await arrange();

    const result = await setOwner(ctx, { duty: 'it', memberId: stranger.actor.id, version: 0 });

    expect(result).toMatchObject({ ok: false, error: { code: 'member_unknown' } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('a member and somebody typed are refused together, beside the member', async () => {
    const { ctx } = await arrange();

    const result = await setOwner(ctx, { duty: 'it', memberId: ctx.actor.id, name: 'Sam', version: 0 });

    const message = 'Choose a member, or write name and e-mail; not both.';
    expect(result).toMatchObject({ error: { code: 'member_and_name', fields: { memberId: [message] } } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('who could stand in is stored without a mail, and stays when left out', async () => {
    const { ctx, workspace } = await arrange();
    const standInEmail = `sam-${workspace.slug}@acme.example`;
    await setOwner(ctx, { ...devi, standInName: 'Sam Okoro', standInEmail });

    const result = await setOwner(ctx, { ...devi, name: 'Devi R.', version: 1 });

    expect(result).toMatchObject({ ok: true, value: { standInName: 'Sam Okoro', standInEmail } });
    expect(await mailsTo(standInEmail)).toEqual([]);
  });

  test('a write that names neither a member nor a name is refused', async () => {
    const { ctx } = await arrange();

    const result = await setOwner(ctx, { duty: 'it', version: 0 });

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual(['name']);
  });

  test('no mail is left behind when the change is not kept', async () => {
    const { ctx, workspace } = await arrange();
    const email = `${workspace.slug}@acme.example`;

    // Postgres text cannot hold NUL, so the audit event cannot be written.
    await expect(setOwner({ ...ctx, requestId: '\0' }, { ...devi, email })).rejects.toThrow();

    expect(await mailsTo(email)).toEqual([]);
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test.each(['it_owner', 'governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not name owners, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await setOwner(await as(appRole), devi);

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', capability: 'owners.write' } });
      expect(await stored(ctx.workspaceId)).toEqual([]);
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test.each([
    ['an unknown duty', { ...devi, duty: 'finance' }, 'duty'],
    ['a name of control characters', { ...devi, name: 'De\0vi' }, 'name'],
    ['half a surrogate pair', { ...devi, name: 'Devi \ud83d' }, 'name'],
    ['a name of 10,000 characters', { ...devi, name: 'x'.repeat(10_000) }, 'name'],
    ['no e-mail address', { ...devi, email: 'devi' }, 'email'],
    ['a version of letters', { ...devi, version: 'one' }, 'version'],
    ['a field too many', { ...devi, phone: '1' }, 'phone'],
  ])('%s is refused beside its field', async (_, input, field) => {
    const { ctx } = await arrange();

    const result = await setOwner(ctx, input);

    expect(!result.ok && result.error.code).toBe('invalid_input');
    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual([field]);
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('an address without a name is refused', async () => {
    const { ctx } = await arrange();

    const result = await setOwner(ctx, { ...devi, name: null });

    expect(result).toMatchObject({ ok: false, error: { code: 'owner_name_missing' } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('a version that has moved on is a conflict that carries the owner as stored', async () => {
    const { ctx } = await arrange();
    await setOwner(ctx, devi);

    const result = await setOwner(ctx, { ...devi, name: 'Sam Okoro' });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { ...devi, version: 1 } },
    });
  });

  test('naming the same person again leaves no audit event', async () => {
    const { ctx } = await arrange();
    await setOwner(ctx, devi);

    expect(await setOwner(ctx, { ...devi, version: 1 })).toEqual({
      ok: true,
      value: asStored,
    });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('of two who name an owner at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('workspace_owner');

    const results = await Promise.all([setOwner(ctx, devi), setOwner(other, { ...devi, name: 'Sam Okoro' })]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });
});
