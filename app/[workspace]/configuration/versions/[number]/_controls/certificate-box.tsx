import type { Route } from 'next';
import Link from 'next/link';
import { CertificateState } from '#components/certificates/certificate-state';
import { Box } from '#components/ui/box';
import { Disclosure } from '#components/ui/disclosure';
import { Note } from '#components/ui/note';
import { Watch } from '#components/ui/watch';
import { can } from '#lib/domain/authorization/can';
import { fileRefusalWords } from '#lib/domain/certificates/certificate-words';
import { keptPolicies } from '#lib/domain/config-policies/policy-files';
import { requireContext } from '#lib/shell/context';
import { whyNoIsolation } from '#lib/shell/isolation';
import { certifyVersionAction } from './actions';
import { CertifyForm } from './certify-form';
import { ClientStanding } from './client-standing';
import type { PageCertificates, ShownVersion } from './shown-version';
import { UploadCertificate } from './upload-certificate';

type Props = ShownVersion & { certificates: PageCertificates; refused: string | null };

/** What clients make of the files: one row each, and the ways to ask them. */
export async function CertificateBox({ certificates: known, refused, ...shown }: Props) {
  const { slug, version } = shown;
  const { actor } = await requireContext(slug);
  const policies = keptPolicies(version.files);
  const mayAsk = can(actor, 'configuration.write') && !version.release;
  return (
    <Box title="Certificate" id="certificate" flush>
      {known.word === 'running' ? <Watch /> : null}
      <div className="box-body grid gap-2" role="status">
        <CertificateState word={known.word} />
        {version.release ? <span className="meta">As it was at the release.</span> : null}
      </div>
      <ul className="list">
        {known.certificates.map((one) => (
          <ClientStanding
            key={one.client}
            {...{ standing: one, policies, now: shown.now, zone: shown.zone }}
          />
        ))}
      </ul>
      {mayAsk ? (
        <div className="box-body grid gap-3 border-t border-line">
          {refused === null ? null : <Note tone="blocked" alert title={fileRefusalWords(refused)} />}
          <HowToAsk {...shown} hasClient={known.hasClient} />
          <Disclosure summary="Add a certificate from another machine…" open={refused !== null}>
            <UploadCertificate slug={slug} number={version.number} />
          </Disclosure>
        </div>
      ) : null}
    </Box>
  );
}

/** The button, or why there is none. */
async function HowToAsk({ slug, version, hasClient }: ShownVersion & { hasClient: boolean }) {
  const why = await whyNoIsolation();
  if (why !== null) {
    return (
      <Note title="This server cannot keep a client apart.">
        {'Run '}
        <code>npm run certify -- release.zip</code>
        {` on a Linux machine, and add what it writes. ${why}`}
      </Note>
    );
  }
  if (hasClient)
    return <CertifyForm action={certifyVersionAction.bind(null, slug)} number={version.number} />;
  return (
    <p>
      {'No client is at hand. '}
      {/* safe because a slug is lower-case words and hyphens */}
      <Link href={`/${slug}/settings#clients` as Route}>Get one in Settings</Link>.
    </p>
  );
}
