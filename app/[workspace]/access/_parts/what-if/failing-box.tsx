import Link from 'next/link';
import { accessPath } from '#access/access-places';
import { expectationHref } from '#access/expectations/expectation-address';
import { Box } from '#components/ui/box';
import { Icon } from '#components/ui/icon';
import { List, ListRow } from '#components/ui/list';
import { State } from '#components/ui/state';
import type { FailingAfter } from '#lib/domain/drafts/failing-after';
import { findingId } from '#lib/domain/rbac/findings/finding';
import { draftHref, type DraftAddress } from './draft-address';

type Props = { address: DraftAddress; failing: readonly FailingAfter[] };

/** Which expectations would fail after the draft, which of them keep it from being applied, and the ways on. */
export function FailingBox({ address, failing }: Props) {
  if (failing.length === 0) return null;
  return (
    <Box
      flush
      title={failing.length === 1 ? '1 expectation would fail' : `${failing.length} expectations would fail`}
      icon={<Icon name="circle-x" tone="blocked" />}
    >
      <List>
        {failing.map((one) => (
          <ListRow key={one.id} second={<Ways {...{ one, address }} />} meta={<Weight one={one} />}>
            <Link href={expectationHref(address.slug, one.id)}>{one.sentence}</Link>
          </ListRow>
        ))}
      </List>
    </Box>
  );
}

/** Who would break it, each with the proof, and where it is changed or accepted instead. */
function Ways({ one, address }: { one: FailingAfter; address: DraftAddress }) {
  const { found, byDraft, accepted, people, breaking } = one;
  if (!byDraft || accepted) return found;
  const more = breaking - people.length;
  return (
    <>
      <span className="block">{found}</span>
      {people.length === 0 ? null : (
        <span className="block">
          Broken by{' '}
          {people.map(({ id, name }, place) => (
            <span key={id}>
              {place === 0 ? '' : ', '}
              <Link
                className="in-words"
                prefetch={false}
                scroll={false}
                href={draftHref(address, { person: id })}
              >
                {name}
              </Link>
            </span>
          ))}
          {more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}.
        </span>
      )}
      <span className="block">
        <WayOn {...{ one, address }} />
      </span>
    </>
  );
}

function WayOn({ one: { id, failsNow }, address: { slug } }: { one: FailingAfter; address: DraftAddress }) {
  const change = (
    <Link className="in-words" href={accessPath(slug, 'expectations', { search: { edit: id } })}>
      change what is expected
    </Link>
  );
  if (!failsNow) {
    return <>Leave them out of the draft, or {change}: what holds now is nothing to accept yet.</>;
  }
  const finding = accessPath(slug, 'findings', { search: { finding: findingId('expectation', id) } });
  return (
    <>
      Leave them out of the draft, {change}, or have the governance owner{' '}
      <Link className="in-words" href={finding}>
        accept it
      </Link>
      .
    </>
  );
}

function Weight({ one: { accepted, byDraft } }: { one: FailingAfter }) {
  if (accepted) return <State state="waiting">Accepted</State>;
  return byDraft ? (
    <State state="blocked">Broken by this draft</State>
  ) : (
    <State state="stale">Fails already</State>
  );
}
