import 'server-only';
import { z } from 'zod';
import { findLogin } from '#lib/data/login-restrictions';
import { findStoredRollout } from '#lib/data/rollout-facts';
import { checkLogin } from '#lib/domain/login/check-login';
import { loginGround } from '#lib/domain/login/login-standing';
import { loginView, toLoginView } from '#lib/domain/login/login-view';
import { defineQuery } from './define-query';

const finding = z.object({
  code: z.string(),
  severity: z.enum(['contradiction', 'warning']),
  message: z.string(),
});

/** How local clients may sign in, who decided it last, and what does not fit. */
export const readLoginRestriction = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: loginView.extend({
    changedAt: z.date().nullable(),
    changedBy: z.string().nullable(),
    findings: z.array(finding),
  }),
  async run({ ctx: { workspaceId }, db }) {
    const [login, facts] = await Promise.all([
      findLogin(db, { workspaceId }),
      findStoredRollout(db, { workspaceId }),
    ]);
    const { changedAt, changedBy, restriction } = login;
    const findings = restriction ? checkLogin(restriction, loginGround(facts)) : [];
    return { ...toLoginView(login), changedAt, changedBy, findings };
  },
});
