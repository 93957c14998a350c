import { Box } from '#components/ui/box';
import { Field } from '#components/ui/field';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { KeyLink, type KeyPlace, type Keys } from './key-link';

/** Keys of the catalogue that a file does not set: those at its top, or those that were looked for. */
export function OtherKeys({
  find,
  keys: { others, more },
  ...place
}: KeyPlace & { find: string; keys: Keys }) {
  return (
    <Box
      title="Not set"
      meta={find ? `Found for “${find}”` : 'At the top of the file; search for the rest'}
      flush
    >
      <form role="search" className="flex flex-wrap items-end gap-2 px-4 py-3">
        <Field label="Find a key" name="find" type="search" defaultValue={find} maxLength={100} />
        <button className="btn" type="submit">
          Find
        </button>
      </form>
      {others.length === 0 ? (
        <p className="px-4 pb-4">No other key is called so, and none does that.</p>
      ) : (
        <Table
          label="Keys that are not set"
          columns={[
            { label: 'Key', width: 280 },
            { label: 'What it does' },
            { label: 'Risk', width: 80 },
            { label: 'Since', width: 96 },
            ...(place.editable ? [{ label: 'Set', width: 80 }] : []),
          ]}
        >
          {others.map(({ key, path, known }) => (
            <TableRow key={key} head={<code>{key}</code>}>
              <TableCell>{known.help}</TableCell>
              <TableCell>{known.risk}</TableCell>
              <TableCell>{known.since ?? <span className="meta">any client</span>}</TableCell>
              {place.editable ? (
                <TableCell>
                  <KeyLink {...place} path={path} dotted={key} words="Set…" />
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </Table>
      )}
      {more > 0 ? <p className="meta px-4 py-3">{`${String(more)} more: say more of the name.`}</p> : null}
    </Box>
  );
}
