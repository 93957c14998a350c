import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveAuthenticationReview } from '#lib/data/authentication-reviews';
import { loadFacts } from '#lib/data/load-facts';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import {
  answerReview,
  authenticationFields,
  authenticationView,
  toAuthenticationView,
} from '#lib/domain/authentication/authentication';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Writes down how people sign in, and what is planned for local clients. Answers may be left open. */
export const reviewAuthentication = defineCommand({
  capability: 'authentication.write',
  input: z.strictObject({ ...authenticationFields, version: seenVersion }),
  output: authenticationView,
  async run({ ctx, tx, input: { version, ...answers } }) {
    const { workspaceId, now, actor } = ctx;
    const { authentication: current } = await loadFacts(ctx, tx);
    const before = toAuthenticationView(current);
    if (before.version !== version) return err(conflict(before));

    const next = answerReview(current, answers);
    if (next === current) return ok(unchanged(before));
    const write = { ...next, changedAt: now, changedBy: actor.name };
    await saveAuthenticationReview(tx, { workspaceId, ...write });
    const after = toAuthenticationView(next);
    return ok(
      changed(after, {
        action: 'authentication.reviewed',
        subject: 'authentication:review',
        before,
        after,
      }),
    );
  },
});
