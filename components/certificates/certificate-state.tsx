import { State, type StateName } from '#components/ui/state';
import { certificateSentences } from '#lib/domain/certificates/certificate-words';
import type { CertificateWord } from '#lib/domain/certificates/standings';

const icons: Readonly<Record<CertificateWord, StateName>> = {
  certified: 'done',
  differs: 'blocked',
  running: 'in_progress',
  not_certified: 'todo',
};

/** Whether files are certified. */
export function CertificateState({ word }: { word: CertificateWord }) {
  return <State state={icons[word]}>{certificateSentences[word]}</State>;
}
