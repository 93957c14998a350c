import { can } from '#lib/domain/authorization/can';
import { requireContext } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import type { ViewProps } from './view-props';

type PageParts = {
  params: Promise<{ workspace: string; id?: string }>;
  searchParams: Promise<ViewProps['search']>;
};

/** What every page about roles, groups and people begins with; `id` is the customer's own, out of the path. */
export async function viewOf({ params, searchParams }: PageParts): Promise<ViewProps & { id: string }> {
  const { workspace: slug, id = '' } = await params;
  const [{ actor }, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  return {
    id: decoded(id),
    slug,
    access: facts.access,
    mayGrant: can(actor, 'access.write'),
    mayPlace: can(actor, 'directory.write'),
    search: await searchParams,
  };
}

/** A part of the path as it was meant: the router hands it on as it stands in the address. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
