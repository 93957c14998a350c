import { Box } from '#components/ui/box';
import { Disclosure } from '#components/ui/disclosure';
import { List, ListRow } from '#components/ui/list';
import { importColumns } from '#lib/domain/imports/import-kinds';
import type { ImportView } from '#lib/queries/imports';
import { ColumnsForm } from './columns-form';
import { mapAction } from './actions';

type Props = { found: ImportView & { canMap: boolean }; slug: string; mayWrite: boolean };

type File = ImportView['files'][number];

const columnsOf = ({ kind, places }: File) =>
  importColumns[kind].map(({ key, isRequired }, at) => ({ key, isRequired, place: places[at] ?? null }));

const placeWords = ({ header, firstLineIsData }: File, place: number) =>
  firstLineIsData ? `column ${place + 1}` : `“${header[place] ?? ''}”`;

const firstLineWords = ({ format, firstLineIsData }: File) => {
  if (format === 'json') return '';
  return firstLineIsData
    ? ' The first line is imported too.'
    : ' The first line is read as the header and not imported.';
};

const readAs = (file: File) => {
  const parts = columnsOf(file).flatMap(({ key, place }) =>
    place === null ? [] : [`${key} from ${placeWords(file, place)}`],
  );
  return `${parts.join(', ')}.${firstLineWords(file)}`;
};

/** The files, which column was read as which, and the way to say otherwise. */
export function FilesBox({ found: { id, files, canMap }, slug, mayWrite }: Props) {
  const isUnclear = files.some(({ refusal }) => refusal !== null);
  const sources = files.map((file) => ({
    ...{ kind: file.kind, name: file.name, header: file.header, firstLineIsData: file.firstLineIsData },
    hasLines: file.format !== 'json',
    columns: columnsOf(file),
  }));
  return (
    <Box title="Files and columns" flush>
      <List>
        {files.map((file) => (
          <ListRow
            key={file.kind}
            meta={`${file.rows.toLocaleString('en')} rows`}
            second={file.refusal ?? readAs(file)}
          >
            {file.name}
            <span className="list-second wrap-anywhere">
              SHA-256 <code>{file.sha256}</code>
            </span>
          </ListRow>
        ))}
      </List>
      {canMap && mayWrite ? (
        <div className="box-body">
          <Disclosure summary="Choose other columns" open={isUnclear}>
            <ColumnsForm action={mapAction.bind(null, slug)} id={id} files={sources} />
          </Disclosure>
        </div>
      ) : null}
    </Box>
  );
}
