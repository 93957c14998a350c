import { State, type StateName } from '#components/ui/state';
import { Table, TableCell, TableRow } from '#components/ui/table';
import type { KeyOutcome, KeyResult } from '#lib/domain/certificates/certificate';
import { outcomeWords } from '#lib/domain/certificates/certificate-words';

const columns = [{ label: 'Key' }, { label: 'Outcome', width: 200 }, { label: 'What the client said' }];

const icons: Readonly<Record<KeyOutcome, StateName>> = {
  as_intended: 'done',
  replaced: 'blocked',
  ignored: 'blocked',
  refused: 'blocked',
  not_observable: 'not_applicable',
};

/** What became of keys on one client. */
export function KeyResults({ label, results }: { label: string; results: readonly KeyResult[] }) {
  return (
    <Table label={label} columns={columns}>
      {results.map((result) => (
        <TableRow
          key={`${result.file} ${result.key}`}
          head={
            <span className="grid min-w-0">
              <code className="wrap-anywhere">{result.key || 'the whole file'}</code>
              <span className="meta wrap-anywhere">
                {result.line === null ? result.file : `${result.file}, line ${result.line}`}
              </span>
            </span>
          }
        >
          <TableCell>
            <State state={icons[result.outcome]}>{outcomeWords[result.outcome]}</State>
          </TableCell>
          <TableCell>
            <span className="wrap-anywhere whitespace-pre-line">{result.message}</span>
          </TableCell>
        </TableRow>
      ))}
    </Table>
  );
}
