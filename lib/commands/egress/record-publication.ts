import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveTry } from '#lib/data/egress-fetch';
import {
  appendPublication,
  egressOf,
  findAllowList,
  findPublication,
  saveDrift,
} from '#lib/data/egress-lists';
import { changed } from '#lib/domain/audit/audit-event';
import { compareRanges } from '#lib/domain/egress/compare-ranges';
import { digestRanges, recordedChange, type PublicationSource } from '#lib/domain/egress/egress';
import { publicationView, toPublicationView } from '#lib/domain/egress/egress-views';
import { readPublication } from '#lib/domain/egress/read-publication';
import { ok } from '#lib/domain/result';
import { sha256 } from '#lib/data/sha256';

/**
 * Takes in a published file, uploaded by a person or fetched by the daily job, and compares the allow list
 * with it. A file that cannot be used whole is refused, and the last one that could stays.
 */
export const recordPublication = defineCommand({
  capability: 'egress.record',
  input: z.strictObject({ text: z.string() }),
  output: publicationView,
  async run({ ctx, tx, input: { text } }) {
    const { workspaceId, now, actor, via } = ctx;
    const read = readPublication(text);
    if (!read.ok) return read;
    const { cidrs, publishedAt } = read.value;
    const source: PublicationSource = via === 'job' ? 'fetch' : 'upload';
    const [allowList, before] = [
      await findAllowList(tx, { workspaceId }),
      await findPublication(tx, { workspaceId }),
    ];

    const lists = { published: cidrs, allowed: allowList.cidrs };
    const compared = allowList.version === 0 ? ok(null) : compareRanges(lists, 'text');
    if (!compared.ok) return compared;
    const drift = compared.value;
    const digest = digestRanges(cidrs, sha256);
    const next = { cidrs, ...digest, publishedAt, readAt: now, source, sha256: sha256(text), by: actor.name };
    await appendPublication(tx, { workspaceId, ...next });
    if (drift) await saveDrift(tx, { workspaceId, drift });
    if (source === 'fetch') await saveTry(tx, { workspaceId, triedAt: now, failure: null });

    return ok(
      changed(toPublicationView(next), {
        action: 'egress.publication_recorded',
        subject: 'egress:publication',
        before: egressOf(allowList, before),
        after: {
          ...egressOf({ ...allowList, drift }, next),
          sha256: next.sha256,
          source,
          ...recordedChange(before?.cidrs ?? [], cidrs),
        },
      }),
    );
  },
});
