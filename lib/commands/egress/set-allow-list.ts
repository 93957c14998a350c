import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { egressOf, findAllowList, findPublication, saveAllowList } from '#lib/data/egress-lists';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { compareRanges } from '#lib/domain/egress/compare-ranges';
import { digestRanges, recordedChange } from '#lib/domain/egress/egress';
import { allowListView, toAllowListView } from '#lib/domain/egress/egress-views';
import { readAllowList } from '#lib/domain/egress/read-allow-list';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { sha256 } from '#lib/data/sha256';

/** Stores what the company's allow list holds now, whole, in the place of the list before. */
export const setAllowList = defineCommand({
  capability: 'egress.write',
  input: z.strictObject({
    /** Ranges, or a list as it was pasted. */
    cidrs: z.union([z.array(z.string()), z.string()]),
    version: seenVersion,
  }),
  output: allowListView,
  async run({ ctx, tx, input: { cidrs: pasted, version } }) {
    const { workspaceId, now, actor } = ctx;
    const current = await findAllowList(tx, { workspaceId });
    if (current.version !== version) return err(conflict(toAllowListView(current)));

    const read = readAllowList(pasted);
    if (!read.ok) return read;
    const cidrs = read.value;
    if (cidrs.join() === current.cidrs.join()) return ok(unchanged(toAllowListView(current)));

    const publication = await findPublication(tx, { workspaceId });
    const drift = publication
      ? compareRanges({ published: publication.cidrs, allowed: cidrs }, 'cidrs')
      : ok(null);
    if (!drift.ok) return drift;
    const next = {
      cidrs,
      ...digestRanges(cidrs, sha256),
      version: version + 1,
      changedAt: now,
      changedBy: actor.name,
      drift: drift.value,
    };
    await saveAllowList(tx, { workspaceId, ...next });
    return ok(
      changed(toAllowListView(next), {
        action: 'egress.allow_list_set',
        subject: 'egress:allow_list',
        before: egressOf(current, publication),
        after: { ...egressOf(next, publication), ...recordedChange(current.cidrs, cidrs) },
      }),
    );
  },
});
