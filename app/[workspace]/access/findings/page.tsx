import type { Metadata } from 'next';
import { oneOf } from '#access/access-address';
import { AccessFrame } from '#access/access-frame';
import { Pages, pageSize, Severities } from '#access/findings/findings-list';
import { EmptyState } from '#components/ui/empty-state';
import { Note } from '#components/ui/note';
import { mayAccept } from '#lib/domain/acceptances/accept-risk';
import { can } from '#lib/domain/authorization/can';
import { dutiesOf } from '#lib/domain/owners/owner';
import { findingStatuses, findingSums } from '#lib/domain/rbac/findings/finding-status';
import { ownerOf } from '#lib/domain/rollout/standing';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';

export const metadata: Metadata = { title: 'Findings' };

/** What was found among roles, groups and people, the gravest first, and what the governance owner accepts of it. */
export default async function FindingsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/access/findings'>) {
  const [{ workspace: slug }, search] = await Promise.all([params, searchParams]);
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const all = findingStatuses(facts);
  const { open, accepted } = findingSums(facts);
  const mine = can(ctx.actor, 'finding.accept') && mayAccept({ held: dutiesOf(membership, facts.owners) });
  const from = placeIn(oneOf(search.from), all.length);
  const viewer = { slug, now: ctx.now, from, mayAccept: mine, chosen: oneOf(search.finding) };
  const { name } = ownerOf('governance', facts);

  return (
    <AccessFrame
      slug={slug}
      place="findings"
      meta={all.length > 0 ? <span>{`${open} open, ${accepted} accepted`}</span> : null}
    >
      {all.length === 0 ? (
        <EmptyState title="Nothing found.">
          Roles, groups, people and expectations are looked at after every change; what may be other than
          wanted stands here.
        </EmptyState>
      ) : null}
      {all.length > 0 && !mine ? (
        <Note title={`The governance owner accepts findings: ${name ?? 'nobody is named yet'}.`} />
      ) : null}
      <Severities statuses={all.slice(from, from + pageSize)} viewer={viewer} />
      <Pages slug={slug} from={from} count={all.length} />
    </AccessFrame>
  );
}

function placeIn(text: string | undefined, count: number): number {
  const place = Number(text ?? 0);
  return Number.isInteger(place) && place > 0 && place < count ? place : 0;
}
