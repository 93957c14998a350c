import type { Route } from 'next';
import { can } from '#lib/domain/authorization/can';
import type { LabelEra } from '#lib/domain/rollout/label-era';
import { requireVisit } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';

/** Who looks at Step 4, when and from where. */
export type CloudViewer = {
  slug: string;
  now: Date;
  /** Whose addresses of the vendor stand first. */
  era: LabelEra;
  zone: string;
  /** The step applies and the app role may write. */
  editable: boolean;
  mayAttest: boolean;
  /** Why nothing can be written here; null where it can. */
  readOnly: string | null;
  /** The step's page with `query`; keeps which repositories are listed. */
  href: (query?: Record<string, string>, place?: string) => Route;
};

const listKeys = ['repositories', 'find', 'after'] as const;

export async function cloudViewerOf({ slug, step, search }: PanelProps): Promise<CloudViewer> {
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const kept = listKeys.flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : []));
  const applies = step.applicable > 0;
  const mayWrite = can(ctx.actor, 'cloud.write');
  return {
    slug,
    now: ctx.now,
    era: facts.labels.era,
    zone: membership.workspace.timeZone,
    editable: applies && mayWrite,
    mayAttest: applies && can(ctx.actor, 'task.attest'),
    readOnly: readOnlyWords(applies, mayWrite),
    href: (query = {}, place = '') => {
      const params = new URLSearchParams({ ...Object.fromEntries(kept), ...query }).toString();
      // safe because it is the address of this very page
      return `/${slug}/rollout/${step.step.slug}${params && `?${params}`}${place}` as Route;
    },
  };
}

function readOnlyWords(applies: boolean, mayWrite: boolean): string | null {
  if (!applies) return 'It does not apply under the rollout decision; what was recorded is kept.';
  return mayWrite ? null : 'The workspace owner and the IT management owner may change it.';
}
