import { Box } from '#components/ui/box';
import { CodeText } from '#components/ui/code-block';
import { Disclosure } from '#components/ui/disclosure';
import { DefinitionList } from '#components/ui/facts';
import { Time } from '#components/ui/time';
import type { EgressBoard } from '#lib/queries/egress';
import { setAllowListAction } from './actions';
import { AllowListForm } from './allow-list-form';
import { whoMayWrite, type Viewer } from './viewer';

const editedUpTo = 2_000;

type Props = { slug: string; allowList: EgressBoard['allowList']; viewer: Viewer };

/** What the company's allow list holds, and the form to write it down. */
export function AllowListBox({ slug, allowList, viewer }: Props) {
  const { cidrs, version, changedAt, changedBy } = allowList;
  const text = cidrs.length > editedUpTo ? undefined : cidrs.join('\n');
  const count = cidrs.length.toLocaleString('en');
  const isNew = version === 0;

  return (
    <Box
      title="Allow list"
      meta={isNew ? 'Not written yet' : `${count} ${cidrs.length === 1 ? 'range' : 'ranges'}`}
      footer={viewer.editable ? undefined : <span className="meta">{whoMayWrite}</span>}
    >
      <div className="grid grid-cols-1 gap-4">
        {changedAt ? (
          <DefinitionList
            facts={[
              { term: 'Written', value: <Time at={changedAt} {...viewer.clock} />, meta: `by ${changedBy}` },
            ]}
          />
        ) : (
          <p className="text-text-2">
            What GitHub’s IP allow list holds now. Copy it from GitHub once; afterwards save it here whenever
            it changes there.
          </p>
        )}
        {viewer.editable ? (
          <Disclosure summary={isNew ? 'Write it down' : 'Change it'} open={isNew}>
            <AllowListForm action={setAllowListAction.bind(null, slug)} version={version} stored={text} />
          </Disclosure>
        ) : null}
        {!viewer.editable && text ? <CodeText label="Ranges of the allow list" text={text} /> : null}
      </div>
    </Box>
  );
}
