import { Table, TableCell, TableRow } from '#components/ui/table';
import { environmentRows } from '#lib/catalog/posture';

/** Row P2: what belongs to Codex local and what to Codex cloud, side by side. */
export function EnvironmentsTable() {
  return (
    <Table
      label="The two environments"
      columns={[{ label: 'About', width: 200 }, { label: 'Codex local' }, { label: 'Codex cloud' }]}
    >
      {environmentRows.map(({ term, local, cloud }) => (
        <TableRow key={term} head={term}>
          <TableCell>{local}</TableCell>
          <TableCell>{cloud}</TableCell>
        </TableRow>
      ))}
    </Table>
  );
}
