import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findIntegration, saveIntegration } from '#lib/data/integrations';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import {
  integrationFields,
  integrationKeys,
  integrationView,
  setIntegration as decideIntegration,
} from '#lib/domain/integrations/integration';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Records that an integration is set up, is not, or is left out on purpose: by whom and when. */
export const setIntegration = defineCommand({
  capability: 'cloud.write',
  input: z.strictObject({ key: z.enum(integrationKeys), ...integrationFields, version: seenVersion }),
  output: integrationView,
  async run({ ctx, tx, input: { key, version, ...words } }) {
    const { workspaceId, now: at, actor } = ctx;
    const current = await findIntegration(tx, { workspaceId, key });
    if (current.version !== version) return err(conflict(current));

    const by = actor.name;
    const next = decideIntegration(current, words, { at, by });
    if (!next.ok) return next;
    if (next.value === current) return ok(unchanged(current));
    await saveIntegration(tx, { ...next.value, workspaceId, at, by });
    return ok(
      changed(next.value, {
        action: 'integration.set',
        subject: `integration:${key}`,
        before: current,
        after: next.value,
      }),
    );
  },
});
