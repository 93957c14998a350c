import { can } from '#lib/domain/authorization/can';
import type { LabelEra } from '#lib/domain/rollout/label-era';
import { requireVisit } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';

/** Who looks at the register, when and from where. */
export type Viewer = {
  slug: string;
  /** The step's page without anything open. */
  base: string;
  now: Date;
  zone: string;
  mayWant: boolean;
  mayConfirm: boolean;
  /** Whose labels and addresses of the vendor stand first. */
  era: LabelEra;
  /** How many proof files a task has, by task id. */
  proofs: ReadonlyMap<string, number>;
};

export async function viewerOf({ slug, step }: Pick<PanelProps, 'slug' | 'step'>): Promise<Viewer> {
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const proofs = new Map<string, number>();
  for (const { taskId } of facts.evidence) proofs.set(taskId, (proofs.get(taskId) ?? 0) + 1);
  return {
    slug,
    base: `/${slug}/rollout/${step.step.slug}`,
    now: ctx.now,
    zone: membership.workspace.timeZone,
    mayWant: can(ctx.actor, 'setting.write'),
    mayConfirm: can(ctx.actor, 'setting.confirm'),
    era: facts.labels.era,
    proofs,
  };
}
