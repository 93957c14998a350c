import { Table, TableCell, TableRow } from '#components/ui/table';
import { decisionTexts } from '#lib/catalog/baseline';
import { decisionLines } from '#lib/catalog/decision-words';
import type { DecisionKey } from '#lib/domain/config/decision-values';
import type { Decisions } from '#lib/domain/config/decisions';

type Side = { label: string; decisions: Decisions };
type Props = { label: string; keys: readonly DecisionKey[]; before: Side; after: Side };

/** Two sets of decisions side by side. */
export function DecisionTable({ label, keys, before, after }: Props) {
  return (
    <Table
      label={label}
      columns={[{ label: 'Decision', width: 180 }, { label: before.label }, { label: after.label }]}
    >
      {keys.map((key) => (
        <TableRow key={key} head={decisionTexts[key].label}>
          {[before, after].map(({ label: side, decisions }) => (
            <TableCell key={side}>
              {decisionLines(key, decisions).map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </TableCell>
          ))}
        </TableRow>
      ))}
    </Table>
  );
}
