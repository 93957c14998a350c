import type { Metadata } from 'next';
import { oneOf } from '#access/access-address';
import { AccessFrame } from '#access/access-frame';
import { findingsHref } from '#access/findings/finding-address';
import { FindingRow, type Viewer } from '#access/findings/finding-row';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Note } from '#components/ui/note';
import { mayAccept } from '#lib/domain/acceptances/accept-risk';
import { can } from '#lib/domain/authorization/can';
import { dutiesOf } from '#lib/domain/owners/owner';
import { severities, severityWords } from '#lib/domain/rbac/findings/finding';
import { findingStatuses, findingSums, type FindingStatus } from '#lib/domain/rbac/findings/finding-status';
import { ownerOf } from '#lib/domain/rollout/standing';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';

export const metadata: Metadata = { title: 'Findings' };

const pageSize = 50;

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

function Severities({ statuses, viewer }: { statuses: readonly FindingStatus[]; viewer: Viewer }) {
  return severities.map((severity) => {
    const rows = statuses.filter(({ finding }) => finding.severity === severity);
    return rows.length === 0 ? null : (
      <Box key={severity} flush title={severityWords[severity]} meta={rows.length}>
        <ul className="list">
          {rows.map((status) => (
            <FindingRow key={status.finding.id} {...{ status, viewer }} />
          ))}
        </ul>
      </Box>
    );
  });
}

function Pages({ slug, from, count }: { slug: string; from: number; count: number }) {
  const to = Math.min(from + pageSize, count);
  if (from === 0 && to >= count) return null;
  return (
    <nav aria-label="Pages of findings" className="flex flex-wrap items-center gap-3">
      <span className="meta">{`${from + 1} to ${to} of ${count.toLocaleString('en')} findings`}</span>
      {from > 0 ? (
        <LinkButton small href={findingsHref(slug, Math.max(0, from - pageSize))}>
          Back
        </LinkButton>
      ) : null}
      {to < count ? (
        <LinkButton small href={findingsHref(slug, to)}>
          Next
        </LinkButton>
      ) : null}
    </nav>
  );
}
