import { State, type StateName } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { roleWords, standingWords } from '#lib/domain/certificates/certificate-words';
import type { CertificateStanding } from '#lib/domain/certificates/run';
import type { KeptPolicy } from '#lib/domain/config-policies/policy-files';
import { ClientResults } from './client-results';

type Props = {
  standing: CertificateStanding;
  policies: readonly KeptPolicy[];
  now: Date;
  zone: string;
};

function stateOf({ state, certificate }: CertificateStanding): StateName {
  if (certificate) return certificate.verdict === 'as_intended' ? 'done' : 'blocked';
  if (state === 'running') return 'in_progress';
  if (state === 'queued') return 'waiting';
  return state === 'failed' ? 'blocked' : 'todo';
}

/** One client, and what it made of each key. */
export function ClientStanding({ standing, policies, now, zone }: Props) {
  const { client, role, reason, certificate } = standing;
  return (
    <li className="grid grid-cols-1 gap-1">
      <State state={stateOf(standing)}>{`Codex ${client}: ${standingWords(standing)}`}</State>
      {role === null ? null : <span className="meta">{`The ${roleWords[role]}`}</span>}
      {reason === null ? null : <p>{reason}</p>}
      {certificate ? <Results {...{ certificate, policies, now, zone }} /> : null}
    </li>
  );
}

type ResultsProps = {
  certificate: NonNullable<CertificateStanding['certificate']>;
  policies: readonly KeptPolicy[];
  now: Date;
  zone: string;
};

function Results({ certificate, policies, now, zone }: ResultsProps) {
  const { results, at, uploadedBy, clientSha256 } = certificate;
  return (
    <>
      <span className="meta">
        <Time at={at} now={now} zone={zone} />
        {uploadedBy === null ? ', asked by this server' : `, on another machine; brought by ${uploadedBy}`}
      </span>
      <ClientResults results={results} policies={policies} />
      <p className="meta wrap-anywhere">
        SHA-256 of the client <code>{clientSha256}</code>
      </p>
    </>
  );
}
