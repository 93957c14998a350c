import { Table, TableCell, TableRow } from '#components/ui/table';
import { effectTerms, type EffectCounts } from '#lib/domain/drafts/draft-effect';

const columns = [
  { label: 'People who' },
  { label: 'When you looked', number: true },
  { label: 'Now', number: true },
];

/** What a draft did to people when somebody looked at it, and what it would do now. */
export function EffectTable({ seen, now }: { seen: EffectCounts; now: EffectCounts }) {
  return (
    <Table label="Whom the draft meets, then and now" columns={columns} fits>
      {effectTerms.map(([name, does]) => (
        <TableRow key={name} head={does}>
          <TableCell number>{seen[name].toLocaleString('en')}</TableCell>
          <TableCell number>
            {seen[name] === now[name] ? (
              now[name].toLocaleString('en')
            ) : (
              <strong>{now[name].toLocaleString('en')}</strong>
            )}
          </TableCell>
        </TableRow>
      ))}
    </Table>
  );
}
