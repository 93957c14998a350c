import { Watch } from '#components/ui/watch';
import { differingWords } from '#lib/domain/certificates/certificate-words';
import type { CertificateStanding } from '#lib/domain/certificates/run';
import type { CertificateWord } from '#lib/domain/certificates/standings';
import { CertificateState } from './certificate-state';

type Props = { word: CertificateWord; certificates: readonly CertificateStanding[] };

/** Whether the draft is certified as it stands: clients are asked about it in the background. */
export function DraftCertificate({ word, certificates }: Props) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1" role="status">
      {word === 'running' ? <Watch /> : null}
      <CertificateState word={word} />
      <span className="meta wrap-anywhere">{differingWords(word, certificates)}</span>
    </div>
  );
}
