import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listEnvironments, saveEnvironment } from '#lib/data/environments';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import {
  changeEnvironment as decideEnvironment,
  environmentFields,
  environmentView,
} from '#lib/domain/environments/environment';
import { conflict, notFound } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Changes what is written down of an environment. */
export const changeEnvironment = defineCommand({
  capability: 'cloud.write',
  input: z.strictObject({ id: z.uuid(), ...environmentFields, version: seenVersion }),
  output: environmentView,
  async run({ ctx, tx, input: { id, version, ...words } }) {
    const { workspaceId, now: changedAt, actor } = ctx;
    const all = await listEnvironments(tx, { workspaceId });
    const current = all.find((environment) => environment.id === id);
    if (!current) return err(notFound);
    if (current.version !== version) return err(conflict(current));

    const next = decideEnvironment(current, words, all);
    if (!next.ok) return next;
    if (next.value === current) return ok(unchanged(current));
    await saveEnvironment(tx, { ...next.value, workspaceId, changedAt, changedBy: actor.name });
    return ok(
      changed(next.value, {
        action: 'environment.changed',
        subject: `environment:${id}`,
        before: current,
        after: next.value,
      }),
    );
  },
});
