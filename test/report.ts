import { guide } from '#lib/catalog/guide';
import { everyOwner } from '#lib/domain/owners/owner';
import { makeReport, type ReportSources } from '#lib/domain/report/report';
import { nothingStored, type RolloutFacts, type StoredFacts } from '#lib/domain/rollout/facts';
import { rolloutProgress } from '#lib/domain/rollout/progress';

/** The moment of every report here. */
export const now = new Date('2026-11-19T09:42:00Z');
/** What a report tells beside the facts. */
const sources: ReportSources = {
  workspace: { name: '=Acme', slug: 'acme' },
  decided: { by: 'Mara', at: now },
  configured: { preset: null, by: null, at: null },
  lastReview: null,
  openReview: null,
  head: { sequence: 12, hash: 'ab'.repeat(32) },
};

/** The facts at that moment, of what is stored. */
export const factsOf = (stored: Partial<StoredFacts> = {}): RolloutFacts => ({
  ...nothingStored,
  timeZone: 'Europe/Berlin',
  owners: everyOwner([]),
  ...stored,
  guide,
  now,
  digest: (text) => text,
});

/** The report of what is stored, with its progress. */
export function reportOf(stored: Partial<StoredFacts> = {}, told: Partial<ReportSources> = {}) {
  const facts = factsOf(stored);
  const progress = rolloutProgress(facts);
  return { report: makeReport(facts, progress, { ...sources, ...told }), progress };
}
