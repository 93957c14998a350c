import { PanelPart } from '#components/layout/panel';
import { Note } from '#components/ui/note';
import type { Attestation } from '#lib/domain/attestations/attestation';
import { basisChanges, partWords, type BasisPart } from '#lib/domain/rollout/basis';
import type { RolloutFacts } from '#lib/domain/rollout/facts';

type Props = { parts: readonly BasisPart[]; word: Attestation | undefined; facts: RolloutFacts };

/** What a word on the task rests on, and what of it has changed since the word that stands was given. */
export function RestsOn({ parts, word, facts }: Props) {
  const changes = word?.kind === 'given' ? basisChanges(parts, word.restsOn, facts) : [];
  return (
    <PanelPart title="The word rests on">
      <ul className="grid gap-1 text-text-2">
        {parts.map((part) => (
          <li key={partWords(part, facts)}>{partWords(part, facts)}</li>
        ))}
      </ul>
      {changes.length > 0 ? (
        <div className="mt-3">
          <Note tone="stale" title="Changed since:">
            {changes.join(' ')}
          </Note>
        </div>
      ) : (
        <p className="meta mt-2">When it changes, the word no longer counts until somebody gives it again.</p>
      )}
    </PanelPart>
  );
}
