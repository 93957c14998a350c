import { Box } from '#components/ui/box';
import { CodeText } from '#components/ui/code-block';
import { Disclosure } from '#components/ui/disclosure';
import { EmptyState } from '#components/ui/empty-state';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { clipValue } from '#lib/domain/config-text/clip-value';
import { KeyLink, type KeyPlace, type Keys } from './key-link';

/** The keys that a file sets, in the order of its text. */
export function SetKeys({ keys, ...place }: KeyPlace & { keys: Keys['set'] }) {
  return (
    <Box title="Set in this file" meta={keys.length} flush>
      {keys.length === 0 ? (
        <div className="p-4">
          <EmptyState title="It says nothing yet.">Set a key below, or write the text.</EmptyState>
        </div>
      ) : (
        <Table
          label="Keys set in this file"
          columns={[
            { label: 'Key', width: 250 },
            { label: 'Value' },
            { label: 'What it does' },
            { label: 'Reason', width: 160 },
            ...(place.editable ? [{ label: 'Change', width: 96 }] : []),
          ]}
        >
          {keys.map(({ key, path, toml, known, reason }) => (
            <TableRow key={key} head={<code>{key}</code>}>
              <TableCell>
                <Value dotted={key} toml={toml} />
              </TableCell>
              <TableCell>
                {known?.help ?? <span className="meta">No client is known to know it.</span>}
              </TableCell>
              <TableCell>{reason ?? <span className="meta">None</span>}</TableCell>
              {place.editable ? (
                <TableCell>
                  <KeyLink {...place} path={path} dotted={key} words="Change…" />
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </Table>
      )}
    </Box>
  );
}

/** The beginning of a value, and the whole of it behind what was left off. */
function Value({ dotted, toml }: { dotted: string; toml: string }) {
  const { shown, left } = clipValue(toml);
  return (
    <>
      <code className="wrap-anywhere">{shown}</code>
      {left === null ? null : (
        <Disclosure summary={left}>
          <div className="max-h-80 overflow-y-auto">
            <CodeText label={`All of ${dotted}`} text={toml} />
          </div>
        </Disclosure>
      )}
    </>
  );
}
