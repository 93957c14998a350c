import 'server-only';
import type { Context } from '#lib/domain/context';
import { makeReport } from '#lib/domain/report/report';
import type { Report } from '#lib/domain/report/report-view';
import { rolloutProgress } from '#lib/domain/rollout/progress';
import { listAuditEvents } from './audit-log';
import type { Db } from './db';
import { loadFacts, type Facts } from './load-facts';
import { findReviewMarks } from './reviews';
import { findWorkspace } from './workspaces';

/**
 * The report of the caller's workspace as it is now, with the facts it was made of.
 *
 * INVARIANT: `db` is a transaction in the workspace's turn, or one of reads that belong together; so all that
 * the report tells is of one moment.
 */
export async function loadReport(
  ctx: Pick<Context, 'workspaceId' | 'now'>,
  db: Db,
): Promise<{ report: Report; facts: Facts }> {
  const { workspaceId } = ctx;
  const facts = await loadFacts(ctx, db);
  const workspace = await findWorkspace(db, { workspaceId });
  const { lastSigned, open } = await findReviewMarks(db, { workspaceId });
  const [head] = await listAuditEvents(db, { workspaceId, beforeSequence: null, limit: 1 });
  const { decision, configuration } = facts;
  const report = makeReport(facts, rolloutProgress(facts), {
    workspace: { name: workspace?.name ?? '', slug: workspace?.slug ?? '' },
    decided: { by: decision.decidedBy, at: decision.decidedAt },
    configured: {
      preset: configuration.preset,
      by: configuration.changedBy,
      at: configuration.changedAt,
    },
    lastReview: lastSigned,
    openReview: open,
    head: head ? { sequence: head.sequence, hash: head.hash } : null,
  });
  return { report, facts };
}
