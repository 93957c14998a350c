import { DefinitionList } from '#components/ui/facts';
import { Note } from '#components/ui/note';
import { Time } from '#components/ui/time';
import type { SignOff as StoredSignature, SignOffStatus } from '#lib/domain/rollout/sign-off';

type Props = { signOff: SignOffStatus; now: Date; zone: string };

/** The signature under a step: whose, when, over which hash; a void one says why. Nothing where none stands. */
export function Signature({ signOff, now, zone }: Props) {
  if (signOff.state === 'unsigned') return null;
  const facts = <SignedFacts signature={signOff.signature} now={now} zone={zone} />;
  if (signOff.state === 'signed') return facts;
  return (
    <>
      <Note tone="stale" title="The signature no longer counts.">
        <ul className="mt-1 list-disc pl-4">
          {signOff.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Note>
      {facts}
    </>
  );
}

function SignedFacts({ signature, now, zone }: Omit<Props, 'signOff'> & { signature: StoredSignature }) {
  const { by, at, note, hash } = signature;
  return (
    <DefinitionList
      facts={[
        { term: 'Signed by', value: <strong>{by}</strong>, meta: <Time at={at} now={now} zone={zone} /> },
        ...(note ? [{ term: 'Note', value: <span className="whitespace-pre-line">{note}</span> }] : []),
        {
          term: 'SHA-256',
          value: <code className="wrap-anywhere">{hash}</code>,
          meta: 'of the tasks as they were signed',
        },
      ]}
    />
  );
}
