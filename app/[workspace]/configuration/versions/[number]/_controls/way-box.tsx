import { CertificateState } from '#components/certificates/certificate-state';
import { Box } from '#components/ui/box';
import { State } from '#components/ui/state';
import { Time } from '#components/ui/time';
import type { ReleaseException } from '#lib/domain/config-versions/config-version';
import { requireContext } from '#lib/shell/context';
import type { CertificateWord } from '#lib/domain/certificates/standings';
import type { PageCertificates, ShownVersion } from './shown-version';
import { ApprovalStep } from './approval-step';
import { ReleaseStep } from './release-step';

const exceptionWords: Readonly<Record<ReleaseException['kind'], string>> = {
  sole_member: 'Without an approval',
  not_certified: 'Without a certificate',
};

const certificateWords: Readonly<Record<CertificateWord, string>> = {
  certified: 'The oldest and the newest client of the fleet take these files as they are meant.',
  differs: 'See below which keys, and what the client says.',
  running: 'The answer comes by itself.',
  not_certified: 'The fleet’s oldest and newest client were not both asked about these files.',
};

/** The way of a version to the machines: written, certified, approved, released. */
export async function WayBox(props: ShownVersion & { certificates: PageCertificates }) {
  const { slug, version, now, zone, certificates } = props;
  const { authors, at, release } = version;
  const { actor } = await requireContext(slug);
  return (
    <Box title="Way to the machines" flush>
      <ol className="list">
        <li className="grid gap-1">
          <State state="done">{`Written by ${authors.map(({ name }) => name).join(', ')}`}</State>
          <span className="meta">
            <Time at={at} now={now} zone={zone} />
          </span>
        </li>
        <li className="grid gap-1">
          <CertificateState word={certificates.word} />
          <span className="meta">{certificateWords[certificates.word]}</span>
        </li>
        <li className="grid gap-2">
          <ApprovalStep {...props} actor={actor} />
        </li>
        <li className="grid gap-2">
          {release ? (
            <>
              <State state="done">{`Released by ${release.by}`}</State>
              <span className="meta">
                <Time at={release.at} now={now} zone={zone} />
              </span>
              {release.exceptions.map(({ kind, reason }) => (
                <p key={kind}>{`${exceptionWords[kind]}: ${reason}`}</p>
              ))}
            </>
          ) : (
            <ReleaseStep {...props} isCertified={certificates.word === 'certified'} actor={actor} />
          )}
        </li>
      </ol>
    </Box>
  );
}
