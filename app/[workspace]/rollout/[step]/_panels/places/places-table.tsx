import { CopyButton } from '#components/ui/copy-button';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { configFileTexts, fileKinds, systems, type System } from '#lib/catalog/config-files';

/** Where each file goes on one system, to copy. */
export function PlacesTable({ system }: { system: System }) {
  const { label } = systems[system];
  return (
    <Table
      label={`Places on ${label}`}
      columns={[{ label: 'File', width: 190 }, { label: 'Place' }, { label: 'To know', width: 360 }]}
    >
      {fileKinds.map((kind) => {
        const { path, note } = configFileTexts[kind].places[system];
        return (
          <TableRow key={kind} head={<code>{kind}</code>}>
            <TableCell>
              {path ? (
                <span className="inline-flex items-center gap-2">
                  <code className="break-all">{path}</code>
                  <CopyButton text={path} label={`Copy the place of ${kind} on ${label}`} iconOnly />
                </span>
              ) : (
                'None'
              )}
            </TableCell>
            <TableCell>{note ?? configFileTexts[kind].purpose}</TableCell>
          </TableRow>
        );
      })}
    </Table>
  );
}
