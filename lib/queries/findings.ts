import 'server-only';
import { z } from 'zod';
import { loadFacts } from '#lib/data/load-facts';
import { findingKinds, severities, subjectOf } from '#lib/domain/rbac/findings/finding';
import { findingStatuses, findingSums, type FindingStatus } from '#lib/domain/rbac/findings/finding-status';
import { defineQuery } from './define-query';

/** Whether the governance owner has accepted a finding; `subject` is what `/acceptances/{subject}` takes. */
const acceptanceView = z.object({
  subject: z.string(),
  state: z.enum(['none', 'standing', 'withdrawn', 'ended', 'stale']),
  by: z.string().nullable(),
  reason: z.string().nullable(),
  endsOn: z.string().nullable(),
});

const findingView = z.object({
  id: z.string(),
  kind: z.enum(findingKinds),
  severity: z.enum(severities),
  title: z.string(),
  reason: z.string(),
  /** How to mend it. */
  fix: z.string(),
  /** Everybody it is about; null where it is about nobody. */
  people: z.int().nullable(),
  taskId: z.string(),
  acceptance: acceptanceView,
});

function toView({ finding, acceptance: { state, acceptance } }: FindingStatus): z.output<typeof findingView> {
  const { id, kind, severity, title, reason, fix, people, taskId } = finding;
  return {
    ...{ id, kind, severity, title, reason, people, taskId },
    fix: fix.words,
    acceptance: {
      subject: subjectOf(finding),
      state,
      by: acceptance?.by ?? null,
      reason: acceptance?.reason ?? null,
      endsOn: acceptance?.endsOn ?? null,
    },
  };
}

/** What was found among roles, groups and people, the gravest first, with what is accepted of it. */
export const readFindings = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ open: z.int(), accepted: z.int(), findings: z.array(findingView) }),
  async run({ ctx, db }) {
    const facts = await loadFacts(ctx, db);
    const { open, accepted } = findingSums(facts);
    return { open, accepted, findings: findingStatuses(facts).map(toView) };
  },
});
