import { can } from '#lib/domain/authorization/can';
import type { LabelEra } from '#lib/domain/rollout/label-era';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';

/** Who looks at the worklist, when and from where. */
export type Viewer = {
  slug: string;
  now: Date;
  zone: string;
  /** Whose addresses of the vendor stand first. */
  era: LabelEra;
  mayConfirm: boolean;
};

export async function viewerOf(slug: string): Promise<Viewer> {
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  return {
    slug,
    now: ctx.now,
    zone: membership.workspace.timeZone,
    era: facts.labels.era,
    mayConfirm: can(ctx.actor, 'console.confirm'),
  };
}
