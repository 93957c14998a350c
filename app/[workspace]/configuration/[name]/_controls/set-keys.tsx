import { Box } from '#components/ui/box';
import { EmptyState } from '#components/ui/empty-state';
import { Table, TableCell, TableRow } from '#components/ui/table';
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
            { label: 'Change', width: 96 },
          ]}
        >
          {keys.map(({ key, path, toml, known, reason }) => (
            <TableRow key={key} head={<code>{key}</code>}>
              <TableCell>
                <code>{toml}</code>
              </TableCell>
              <TableCell>
                {known?.help ?? <span className="meta">No client is known to know it.</span>}
              </TableCell>
              <TableCell>{reason ?? <span className="meta">None</span>}</TableCell>
              <TableCell>
                <KeyLink {...place} path={path} dotted={key} words="Change…" />
              </TableCell>
            </TableRow>
          ))}
        </Table>
      )}
    </Box>
  );
}
