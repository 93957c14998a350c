import { List, ListRow } from '#components/ui/list';
import { State, type StateName } from '#components/ui/state';
import type { KeyOutcome, KeyResult } from '#lib/domain/certificates/certificate';
import { outcomeWords } from '#lib/domain/certificates/certificate-words';

const icons: Readonly<Record<KeyOutcome, StateName>> = {
  as_intended: 'done',
  replaced: 'blocked',
  ignored: 'blocked',
  refused: 'blocked',
  not_observable: 'not_applicable',
};

/** What became of keys on one client. */
export function KeyResults({ results }: { results: readonly KeyResult[] }) {
  return (
    <List>
      {results.map(({ file, key, line, outcome, message }) => (
        <ListRow
          key={`${file} ${key}`}
          meta={
            <State state={icons[outcome]} small>
              {outcomeWords[outcome]}
            </State>
          }
          second={
            <span className="wrap-anywhere whitespace-pre-line">
              {`${line === null ? file : `${file}, line ${line}`}. ${message}`}
            </span>
          }
        >
          <code className="wrap-anywhere">{key || 'The whole file'}</code>
        </ListRow>
      ))}
    </List>
  );
}
