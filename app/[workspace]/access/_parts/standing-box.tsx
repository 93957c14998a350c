import Link from 'next/link';
import { findingSums } from '#lib/domain/rbac/findings/finding-status';
import { rolloutOf } from '#lib/shell/rollout';
import { accessPath } from './access-places';

/** How many expectations fail and what was found, in two links. */
export async function StandingBox({ slug }: { slug: string }) {
  const { facts } = await rolloutOf(slug);
  const { list } = facts.expectations;
  const failing = list.filter(({ holds }) => !holds).length;
  const { open, accepted } = findingSums(facts);
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1">
      <Link className="alone" href={accessPath(slug, 'expectations')}>
        {expectationWords(list.length, failing)}
      </Link>
      <Link className="alone" href={accessPath(slug, 'findings')}>
        {findingWords(open, accepted)}
      </Link>
    </p>
  );
}

function expectationWords(count: number, failing: number): string {
  if (count === 0) return 'No expectations yet';
  const counted = count === 1 ? '1 expectation' : `${count} expectations`;
  if (failing === 0) return `${counted}, ${count === 1 ? 'it holds' : 'all hold'}`;
  return `${counted}, ${failing} ${failing === 1 ? 'fails' : 'fail'}`;
}

function findingWords(open: number, accepted: number): string {
  const counted = open === 1 ? '1 finding' : `${open === 0 ? 'No open' : open} findings`;
  return accepted === 0 ? counted : `${counted}, ${accepted} accepted`;
}
