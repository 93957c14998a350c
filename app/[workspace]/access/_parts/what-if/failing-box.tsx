import Link from 'next/link';
import { expectationHref } from '#access/expectations/expectation-address';
import { Box } from '#components/ui/box';
import { Icon } from '#components/ui/icon';
import { List, ListRow } from '#components/ui/list';
import { State } from '#components/ui/state';
import type { FailingAfter } from '#lib/domain/drafts/failing-after';

/** Which expectations would fail after the draft, and which of them keep it from being applied. */
export function FailingBox({ slug, failing }: { slug: string; failing: readonly FailingAfter[] }) {
  if (failing.length === 0) return null;
  return (
    <Box
      flush
      title={failing.length === 1 ? '1 expectation would fail' : `${failing.length} expectations would fail`}
      icon={<Icon name="circle-x" tone="blocked" />}
    >
      <List>
        {failing.map((one) => (
          <ListRow key={one.id} second={one.found} meta={<Weight one={one} />}>
            <Link href={expectationHref(slug, one.id)}>{one.sentence}</Link>
          </ListRow>
        ))}
      </List>
    </Box>
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
