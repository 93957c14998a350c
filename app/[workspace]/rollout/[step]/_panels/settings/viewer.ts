import { can } from '#lib/domain/authorization/can';
import { requireVisit } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';

/** Who looks at the register, when and from where. */
export type Viewer = {
  slug: string;
  /** The step's page without anything open. */
  base: string;
  now: Date;
  zone: string;
  mayWant: boolean;
  mayConfirm: boolean;
};

export async function viewerOf({ slug, step }: Pick<PanelProps, 'slug' | 'step'>): Promise<Viewer> {
  const { ctx, membership } = await requireVisit(slug);
  return {
    slug,
    base: `/${slug}/rollout/${step.step.slug}`,
    now: ctx.now,
    zone: membership.workspace.timeZone,
    mayWant: can(ctx.actor, 'setting.write'),
    mayConfirm: can(ctx.actor, 'setting.confirm'),
  };
}
