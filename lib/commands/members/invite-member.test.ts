import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { findInvitation } from '#lib/queries/invitations';
import { readInvitations } from '#lib/queries/members';
import { arrange, auditLog, contextOf } from '#test/arrange';
import { addMember, hashOf } from '#test/rows';
import { inviteMember } from './invite-member';
import { renewInvitation } from './renew-invitation';
import { revokeInvitation } from './revoke-invitation';

const devi = { appRole: 'it_owner', name: 'Devi Rao', email: 'devi@acme.example' } as const;
const dayMs = 24 * 3_600_000;

const secretIn = (path: string) => path.replace('/invite/', '');

async function invited(input: Record<string, unknown> = devi) {
  const scene = await arrange();
  const made = await inviteMember(scene.ctx, input);
  if (!made.ok) throw new Error(made.error.code);
  return { ...scene, made: made.value, secret: secretIn(made.value.path) };
}

const standingOf = async (secret: string, now = new Date()) =>
  (await findInvitation(secret, now))?.invitation.standing;

describe('inviteMember', () => {
  test('makes a link for seven days, of which only the hash is kept', async () => {
    const { ctx, made, secret } = await invited();

    expect(made).toMatchObject({ ...devi, endsOn: null, createdBy: ctx.actor.name, standing: 'open' });
    expect(made.expiresAt.getTime() - ctx.now.getTime()).toBe(7 * dayMs);
    const [row] = await db.invitation.findMany({ where: { workspaceId: ctx.workspaceId } });
    expect(row).toMatchObject({ ...devi, tokenHash: hashOf(secret), usedAt: null, revokedAt: null });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(await standingOf(secret)).toBe('open');
    expect(await standingOf(secret, made.expiresAt)).toBe('ended');
  });

  test('stands in the audit log, without the secret', async () => {
    const { ctx, made, secret } = await invited();

    const log = await auditLog(ctx.workspaceId);
    expect(log).toMatchObject([
      { action: 'invitation.made', subject: `invitation:${made.id}`, before: null, after: devi },
    ]);
    expect(JSON.stringify(log)).not.toContain(secret);
    expect(JSON.stringify(log)).not.toContain(hashOf(secret));
  });

  test('an auditor’s access ends with the last day, in the workspace’s zone', async () => {
    const { ctx, made } = await invited({ appRole: 'auditor', endsOn: '2098-06-30' });

    expect(made.endsOn).toBe('2098-06-30');
    const [row] = await db.invitation.findMany({ where: { workspaceId: ctx.workspaceId } });
    expect(row?.endsAt?.toISOString()).toBe('2098-06-30T22:00:00.000Z');
  });

  test.each([
    ['a last day for another app role', { appRole: 'contributor', endsOn: '2098-06-30' }, 'endsOn'],
    ['a last day that is over', { appRole: 'auditor', endsOn: '2020-01-01' }, 'endsOn'],
    ['a last day beyond the century', { appRole: 'auditor', endsOn: '9999-12-31' }, 'endsOn'],
    ['a day there is not', { appRole: 'auditor', endsOn: '2098-02-30' }, 'endsOn'],
    ['an unknown app role', { appRole: 'admin' }, 'appRole'],
    ['no app role', {}, 'appRole'],
    ['no e-mail address', { appRole: 'auditor', email: 'devi' }, 'email'],
    ['a name of control characters', { appRole: 'auditor', name: 'De\0vi' }, 'name'],
    ['a field too many', { appRole: 'auditor', phone: '1' }, 'phone'],
  ])('%s is refused beside its field', async (_, input, field) => {
    const { ctx } = await arrange();

    const result = await inviteMember(ctx, input);

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual([field]);
    expect(await db.invitation.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
  });

  test('a member is not invited again, in whatever case the address is written', async () => {
    const { ctx, workspace } = await arrange();
    const { email } = await addMember(db, workspace.id);

    const result = await inviteMember(ctx, { ...devi, email: email.toUpperCase() });

    expect(result).toMatchObject({ ok: false, error: { code: 'already_member' } });
    expect(await db.invitation.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
  });

  test.each(['it_owner', 'governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not invite, and sees who is invited',
    async (appRole) => {
      const { as, made } = await invited();
      const ctx = await as(appRole);

      expect(await inviteMember(ctx, devi)).toMatchObject({ ok: false, error: { code: 'forbidden' } });

      const { invitations } = (await readInvitations(ctx)) ?? { invitations: [] };
      expect(invitations).toMatchObject([{ id: made.id, name: devi.name }]);
      expect(JSON.stringify(invitations)).not.toContain(made.path);
    },
  );
});

describe('renewInvitation', () => {
  test('gives a new link and ends the earlier one', async () => {
    const { ctx, made, secret } = await invited();

    const renewed = await renewInvitation({ ...ctx, now: made.expiresAt }, { id: made.id });

    expect(renewed).toMatchObject({ ok: true, value: { id: made.id, ...devi, standing: 'open' } });
    const later = renewed.ok ? secretIn(renewed.value.path) : '';
    expect([await standingOf(secret), await standingOf(later, made.expiresAt)]).toEqual([undefined, 'open']);
    const log = await auditLog(ctx.workspaceId);
    expect(log.at(-1)).toMatchObject({ action: 'invitation.renewed' });
    expect(JSON.stringify(log)).not.toContain(later);
  });

  test('a new link works no longer than the access it would give, and there is none after that', async () => {
    const { ctx, made } = await invited({ appRole: 'auditor', endsOn: '2098-06-30' });
    const over = new Date('2098-06-30T22:00:00.000Z');
    const renewAt = (now: Date) => renewInvitation({ ...ctx, now }, { id: made.id });

    expect(await renewAt(new Date('2098-06-28T10:00:00.000Z'))).toMatchObject({
      ok: true,
      value: { expiresAt: over, standing: 'open' },
    });
    expect(await renewAt(over)).toMatchObject({
      ok: false,
      error: { code: 'invitation_ended', message: expect.stringContaining('last day of access is over') },
    });
    expect(await revokeInvitation({ ...ctx, now: over }, { id: made.id })).toMatchObject({ ok: true });
  });

  test('a revoked invitation gets no new link', async () => {
    const { ctx, made } = await invited();
    await revokeInvitation(ctx, { id: made.id });

    expect(await renewInvitation(ctx, { id: made.id })).toMatchObject({
      ok: false,
      error: { code: 'invitation_ended' },
    });
  });
});

describe('revokeInvitation', () => {
  test('ends the link, and the invitation is no longer listed', async () => {
    const { ctx, made, secret } = await invited();

    const result = await revokeInvitation(ctx, { id: made.id });

    expect(result).toMatchObject({ ok: true, value: { id: made.id, standing: 'revoked' } });
    expect(await standingOf(secret)).toBe('revoked');
    expect(await readInvitations(ctx)).toEqual({ invitations: [] });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'invitation.revoked',
      before: { standing: 'open' },
      after: { standing: 'revoked' },
    });
  });

  test('of two who revoke at once, one is told that it was revoked', async () => {
    const { ctx, made } = await invited();

    const results = await Promise.all([
      revokeInvitation(ctx, { id: made.id }),
      revokeInvitation(ctx, { id: made.id }),
    ]);

    const codes = results.map((result) => (result.ok ? 'done' : result.error.code));
    expect(codes.sort()).toEqual(['done', 'invitation_ended']);
  });

  test('nobody revokes an invitation of another workspace', async () => {
    const { made, secret } = await invited();
    const other = await arrange();
    const stranger = contextOf(other.workspace.id, await addMember(db, other.workspace.id));

    for (const change of [revokeInvitation, renewInvitation]) {
      expect(await change(stranger, { id: made.id })).toMatchObject({
        ok: false,
        error: { code: 'not_found' },
      });
    }
    expect(await standingOf(secret)).toBe('open');
  });
});
