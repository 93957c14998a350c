import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { findCaller } from '#lib/queries/callers';
import { arrange, visitor } from '#test/arrange';
import { addMember, hashOf } from '#test/rows';
import { signIn } from './sign-in';
import { startSignIn } from './start-sign-in';

const password = 'correct horse battery';
const refused = {
  ok: false,
  error: {
    code: 'wrong_credentials',
    message: 'This e-mail address and password do not go together.',
  },
};

describe('signIn', () => {
  test('opens a session of thirty days whose secret is not stored', async () => {
    const { workspace } = await arrange();
    const member = await addMember(db, workspace.id, { password });
    const ctx = visitor();

    const result = await signIn(ctx, { email: member.email.toUpperCase(), password, userAgent: 'Chromium' });

    if (!result.ok) throw new Error(result.error.code);
    const { secret } = result.value;
    expect(result.value).toMatchObject({ accountId: member.accountId, email: member.email });
    expect(await db.session.findMany({ where: { accountId: member.accountId } })).toMatchObject([
      {
        tokenHash: hashOf(secret),
        userAgent: 'Chromium',
        revokedAt: null,
        expiresAt: new Date(ctx.now.getTime() + 30 * 24 * 3_600_000),
      },
    ]);
    const caller = await findCaller({ kind: 'session', secret, slug: workspace.slug, now: ctx.now });
    expect(caller?.membership?.memberId).toBe(member.id);
  });

  test('takes back the attempts of its e-mail address', async () => {
    const { workspace } = await arrange();
    const { email } = await addMember(db, workspace.id, { password });
    await startSignIn(visitor(), { email, address: randomUUID() });

    await signIn(visitor(), { email, password, userAgent: '' });

    expect(await db.refusal.count({ where: { subject: hashOf(email) } })).toBe(0);
  });

  test('a wrong password, an unknown address, no membership any more and no password get one answer', async () => {
    const { workspace } = await arrange();
    const living = await addMember(db, workspace.id, { password });
    const ended = await addMember(db, workspace.id, { password, endsAt: new Date(Date.now() - 1000) });
    const elsewhere = await addMember(db, workspace.id);

    const answers = await Promise.all([
      signIn(visitor(), { email: living.email, password: `${password} `, userAgent: '' }),
      signIn(visitor(), { email: `${randomUUID()}@acme.example`, password, userAgent: '' }),
      signIn(visitor(), { email: ended.email, password, userAgent: '' }),
      signIn(visitor(), { email: elsewhere.email, password, userAgent: '' }),
    ]);

    expect(answers).toEqual([refused, refused, refused, refused]);
    const accountId = { in: [living.accountId, ended.accountId, elsewhere.accountId] };
    expect(await db.session.count({ where: { accountId } })).toBe(0);
  });

  test('a refused sign-in keeps the attempt counted', async () => {
    const { workspace } = await arrange();
    const { email } = await addMember(db, workspace.id, { password });
    await startSignIn(visitor(), { email, address: randomUUID() });

    await signIn(visitor(), { email, password: 'wrong', userAgent: '' });

    expect(await db.refusal.count({ where: { subject: hashOf(email) } })).toBe(1);
  });

  test('an empty password is refused beside its field', async () => {
    const result = await signIn(visitor(), { email: 'mara@acme.example', password: '', userAgent: '' });

    expect(result).toMatchObject({ ok: false, error: { fields: { password: ['Write your password.'] } } });
  });
});
