import { Box } from '#components/ui/box';
import { Disclosure } from '#components/ui/disclosure';
import { DefinitionList } from '#components/ui/facts';
import { Note } from '#components/ui/note';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { Time } from '#components/ui/time';
import type { EgressBoard } from '#lib/queries/egress';
import { recordPublicationAction } from './actions';
import { PublishedForm } from './published-form';
import { whoMayWrite, type Viewer } from './viewer';

type Publication = EgressBoard['publications'][number];
type Props = { slug: string; publications: EgressBoard['publications']; viewer: Viewer };

/** The last published file that was read whole, those before it, and the form to hand one in. */
export function PublishedBox({ slug, publications, viewer }: Props) {
  const [newest, before] = publications;
  return (
    <Box
      title="Published file"
      meta={newest ? `${newest.count.toLocaleString('en')} ranges` : 'Not read yet'}
      footer={viewer.editable ? undefined : <span className="meta">{whoMayWrite}</span>}
    >
      <div className="grid grid-cols-1 gap-4">
        {newest ? (
          <Newest file={newest} viewer={viewer} />
        ) : (
          <p className="text-text-2">
            The vendor’s file of the addresses Codex cloud comes from. Download it and hand it in here, or
            have it fetched daily.
          </p>
        )}
        {newest && before ? <GoneBack newest={newest} before={before} /> : null}
        {viewer.editable ? (
          <Disclosure summary={newest ? 'Hand in a newer file' : 'Hand in a file'} open={!newest}>
            <PublishedForm action={recordPublicationAction.bind(null, slug)} />
          </Disclosure>
        ) : null}
        {publications.length > 1 ? <History publications={publications} viewer={viewer} /> : null}
      </div>
    </Box>
  );
}

const sourceWords = { upload: 'handed in', fetch: 'fetched' } as const;

function Newest({ file, viewer: { clock } }: { file: Publication; viewer: Viewer }) {
  return (
    <DefinitionList
      facts={[
        {
          term: 'Published',
          value: file.publishedAt ? <Time at={file.publishedAt} {...clock} /> : 'not said',
        },
        {
          term: 'Read',
          value: <Time at={file.readAt} {...clock} />,
          meta: `${sourceWords[file.source]} by ${file.by}`,
        },
        { term: 'SHA-256', value: <code className="wrap-anywhere">{file.sha256}</code> },
      ]}
    />
  );
}

function GoneBack({ newest, before }: { newest: Publication; before: Publication }) {
  if (!newest.publishedAt || !before.publishedAt || newest.publishedAt >= before.publishedAt) return null;
  return (
    <Note tone="stale" title="This file is older than the one read before it.">
      Its ranges count now. Read the newer one again before anything is removed from the allow list.
    </Note>
  );
}

const columns = [
  { label: 'Read' },
  { label: 'Published' },
  { label: 'Ranges', number: true },
  { label: 'By' },
];

function History({ publications, viewer: { clock } }: Omit<Props, 'slug'>) {
  return (
    <Disclosure summary={`The last ${publications.length} files`}>
      <Table label="Files read" columns={columns}>
        {publications.map((file) => (
          <TableRow key={file.readAt.toISOString()} head={<Time at={file.readAt} {...clock} />}>
            <TableCell>{file.publishedAt ? <Time at={file.publishedAt} {...clock} /> : 'not said'}</TableCell>
            <TableCell number>{file.count.toLocaleString('en')}</TableCell>
            <TableCell>{`${file.by}, ${sourceWords[file.source]}`}</TableCell>
          </TableRow>
        ))}
      </Table>
    </Disclosure>
  );
}
