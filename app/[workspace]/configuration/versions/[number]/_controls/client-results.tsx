import { KeyResults } from '#components/certificates/key-results';
import { Disclosure } from '#components/ui/disclosure';
import { State } from '#components/ui/state';
import { isOutOfLine, verdictOf, type KeyResult } from '#lib/domain/certificates/certificate';
import { isPolicyPath, type KeptPolicy } from '#lib/domain/config-policies/policy-files';

type Props = { results: readonly KeyResult[]; policies: readonly KeptPolicy[] };

/** What a client made of each key: of the files that are laid down first, then of each policy in their place. */
export function ClientResults({ results, policies }: Props) {
  return (
    <>
      <Keys results={results.filter(({ file }) => !isPolicyPath(file))} />
      {policies.map(({ path, number, name }) => {
        const own = results.filter(({ file }) => file === path);
        return (
          <section key={path} className="mt-2 grid grid-cols-1 gap-1" aria-label={`Policy “${name}”`}>
            <State
              state={own.length === 0 ? 'not_applicable' : verdictOf(own) === 'differs' ? 'blocked' : 'done'}
              small
            >
              {`Policy ${number}, “${name}”: ${wordsOf(own)}`}
            </State>
            {own.length === 0 ? null : <Keys results={own} />}
          </section>
        );
      })}
    </>
  );
}

function wordsOf(results: readonly KeyResult[]): string {
  if (results.length === 0) return 'it requires nothing';
  return verdictOf(results) === 'differs' ? 'not as intended' : 'as intended';
}

/** Those that are not as intended first, the rest folded. */
function Keys({ results }: { results: readonly KeyResult[] }) {
  const wrong = results.filter(isOutOfLine);
  const rest = results.filter((one) => !isOutOfLine(one));
  const unseen = rest.filter(({ outcome }) => outcome === 'not_observable').length;
  return (
    <>
      {wrong.length > 0 ? <KeyResults results={wrong} /> : null}
      <Disclosure summary={`${rest.length - unseen} as intended, ${unseen} not observable`}>
        <KeyResults results={rest} />
      </Disclosure>
    </>
  );
}
