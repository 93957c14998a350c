import { Box } from '#components/ui/box';
import { DefinitionList, type Fact } from '#components/ui/facts';
import { Note } from '#components/ui/note';
import { Time } from '#components/ui/time';
import { egressSources } from '#lib/catalog/egress-sources';
import { unfinishedTry } from '#lib/domain/egress/egress-fetch';
import type { EgressBoard } from '#lib/queries/egress';
import { requestEgressReadAction, setEgressFetchAction } from './actions';
import { FetchForm, ReadNow } from './fetch-form';
import { whoMayWrite, type Viewer } from './viewer';

type Fetch = EgressBoard['fetch'];
type Props = { slug: string; fetch: Fetch; viewer: Viewer };

const leaves =
  'What leaves: one GET request a day (after a failure one an hour) from this server to openai.com. It carries nothing of this workspace; openai.com sees the address of this server.';

const options = egressSources.map(({ url, label, what }) => ({ value: url, label: `${label}: ${what}` }));

/** The daily read: off until somebody turns it on, what leaves the server then, and how the last try went. */
export function FetchBox({ slug, fetch, viewer }: Props) {
  const { isOn, url, version } = fetch;
  return (
    <Box
      title="Daily read"
      meta={isOn ? 'On' : 'Off'}
      footer={viewer.editable ? undefined : <span className="meta">{whoMayWrite}</span>}
    >
      <div className="grid grid-cols-1 gap-4">
        <p className="text-text-2">{leaves}</p>
        {fetch.failure && isOn ? <Failure failure={fetch.failure} /> : null}
        {version > 0 ? <DefinitionList facts={facts(fetch, viewer)} /> : null}
        {viewer.editable ? (
          <FetchForm
            action={setEgressFetchAction.bind(null, slug)}
            isOn={isOn}
            url={url}
            version={version}
            sources={options}
          />
        ) : null}
        {viewer.editable && isOn ? <ReadNow action={requestEgressReadAction.bind(null, slug)} /> : null}
      </div>
    </Box>
  );
}

function Failure({ failure }: { failure: string }) {
  if (failure === unfinishedTry) return <Note tone="waiting" title="The last try has not ended yet." />;
  return (
    <Note tone="blocked" title={failure}>
      The allow list and the last file that could be read stay as they are.
    </Note>
  );
}

function facts({ isOn, url, changedAt, changedBy, triedAt }: Fetch, { clock }: Viewer): Fact[] {
  return [
    {
      term: isOn ? 'Turned on' : 'Turned off',
      value: changedAt ? <Time at={changedAt} {...clock} /> : '',
      meta: `by ${changedBy}`,
    },
    { term: 'File', value: <code className="wrap-anywhere">{url}</code> },
    { term: 'Last try', value: triedAt ? <Time at={triedAt} {...clock} /> : 'none yet' },
  ];
}
