import { KeyResults } from '#components/certificates/key-results';
import { Disclosure } from '#components/ui/disclosure';
import { State, type StateName } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { isOutOfLine } from '#lib/domain/certificates/certificate';
import { roleWords, standingWords } from '#lib/domain/certificates/certificate-words';
import type { CertificateStanding } from '#lib/domain/certificates/run';

type Props = { standing: CertificateStanding; now: Date; zone: string };

function stateOf({ state, certificate }: CertificateStanding): StateName {
  if (certificate) return certificate.verdict === 'as_intended' ? 'done' : 'blocked';
  if (state === 'running') return 'in_progress';
  if (state === 'queued') return 'waiting';
  return state === 'failed' ? 'blocked' : 'todo';
}

/** One client, and what it made of each key: those that are not as intended first, the rest folded. */
export function ClientStanding({ standing, now, zone }: Props) {
  const { client, role, reason, certificate } = standing;
  return (
    <li className="grid grid-cols-1 gap-1">
      <State state={stateOf(standing)}>{`Codex ${client}: ${standingWords(standing)}`}</State>
      {role === null ? null : <span className="meta">{`The ${roleWords[role]}`}</span>}
      {reason === null ? null : <p>{reason}</p>}
      {certificate ? <Results certificate={certificate} now={now} zone={zone} /> : null}
    </li>
  );
}

type ResultsProps = {
  certificate: NonNullable<CertificateStanding['certificate']>;
  now: Date;
  zone: string;
};

function Results({ certificate, now, zone }: ResultsProps) {
  const { results, at, uploadedBy, clientSha256 } = certificate;
  const wrong = results.filter(isOutOfLine);
  const rest = results.filter((one) => !isOutOfLine(one));
  const unseen = rest.filter(({ outcome }) => outcome === 'not_observable').length;
  return (
    <>
      <span className="meta">
        <Time at={at} now={now} zone={zone} />
        {uploadedBy === null ? ', asked by this server' : `, on another machine; brought by ${uploadedBy}`}
      </span>
      {wrong.length > 0 ? <KeyResults results={wrong} /> : null}
      <Disclosure summary={`${rest.length - unseen} as intended, ${unseen} not observable`}>
        <div className="grid grid-cols-1 gap-2">
          <KeyResults results={rest} />
          <p className="meta wrap-anywhere">
            SHA-256 of the client <code>{clientSha256}</code>
          </p>
        </div>
      </Disclosure>
    </>
  );
}
