import Link from 'next/link';
import { expectationHref } from '#access/expectations/expectation-address';
import { Box } from '#components/ui/box';
import { Icon } from '#components/ui/icon';
import { List, ListRow } from '#components/ui/list';
import { State } from '#components/ui/state';
import type { FailingAfter } from '#lib/domain/drafts/failing-after';

type Props = { slug: string; breaks: readonly FailingAfter[]; isDone: boolean };

/** What is expected of access that an import would break: it can be applied, and Step 2 is then open again. */
export function BreaksBox({ slug, breaks, isDone }: Props) {
  const many = breaks.length === 1 ? 'an expectation' : `${breaks.length} expectations`;
  return (
    <Box
      flush
      title={`It ${isDone ? 'broke' : 'would break'} ${many}`}
      icon={<Icon name="circle-x" tone="blocked" />}
      footer={
        <span className="meta">
          Step 2 is open until what is expected holds, or the governance owner accepts it.
        </span>
      }
    >
      <List>
        {breaks.map((one) => (
          <ListRow
            key={one.id}
            second={<Who one={one} />}
            meta={
              one.accepted ? (
                <State state="waiting">Accepted</State>
              ) : (
                <State state="blocked">Broken by this import</State>
              )
            }
          >
            <Link href={expectationHref(slug, one.id)}>{one.sentence}</Link>
          </ListRow>
        ))}
      </List>
    </Box>
  );
}

function Who({ one: { found, people, breaking } }: { one: FailingAfter }) {
  const more = breaking - people.length;
  const names = people.map(({ name }) => name).join(', ');
  if (people.length === 0) return found;
  return (
    <>
      <span className="block">{found}</span>
      <span className="block">{`Broken by ${names}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}.`}</span>
    </>
  );
}
