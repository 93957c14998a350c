import 'server-only';
import type { Context } from '#lib/domain/context';
import { makeReport } from '#lib/domain/report/report';
import type { Report } from '#lib/domain/report/report-view';
import type { Review } from '#lib/domain/reviews/review';
import { rolloutProgress } from '#lib/domain/rollout/progress';
import { listAuditEvents } from './audit-log';
import type { Db } from './db';
import { loadFacts, type Facts } from './load-facts';
import { listReviews } from './reviews';
import { findWorkspace } from './workspaces';

/** The report of the caller's workspace as it is now, with the facts and the reviews it was made of. */
export async function loadReport(
  ctx: Pick<Context, 'workspaceId' | 'now'>,
  db: Db,
): Promise<{ report: Report; facts: Facts; reviews: Review[] }> {
  const { workspaceId } = ctx;
  const facts = await loadFacts(ctx, db);
  const workspace = await findWorkspace(db, { workspaceId });
  const reviews = await listReviews(db, { workspaceId });
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
    lastReview: lastSigned(reviews),
    openReview: reviews.find(({ signedAt }) => signedAt === null)?.number ?? null,
    head: head ? { sequence: head.sequence, hash: head.hash } : null,
  });
  return { report, facts, reviews };
}

/** The signed review with the highest number. */
function lastSigned(reviews: readonly Review[]) {
  for (const { number, signedAt, signedBy } of reviews) {
    if (signedAt && signedBy) return { number, signedAt, signedBy };
  }
  return null;
}
