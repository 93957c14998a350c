import type { Metadata } from 'next';
import { FileDifferences } from '#components/config-versions/file-differences';
import { ReachLine } from '#components/config-versions/reach-line';
import { Page } from '#components/layout/page';
import { Box } from '#components/ui/box';
import { Note } from '#components/ui/note';
import { readCertificates } from '#lib/queries/certificates';
import { readVersion } from '#lib/queries/config-versions';
import { requireVisit } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { CertificateBox } from './_controls/certificate-box';
import { BringBackBox } from './_controls/bring-back-box';
import { ShipBox } from './_controls/ship-box';
import { WayBox } from './_controls/way-box';
import { VersionFiles } from './_controls/version-files';
import { VersionHeader } from './_controls/version-header';

type Props = PageProps<'/[workspace]/configuration/versions/[number]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Version ${(await params).number}` };
}

/** One version: how it differs, its files, and its way to the machines. */
export default async function VersionPage({ params, searchParams }: Props) {
  const [{ workspace: slug, number }, { evidence }] = await Promise.all([params, searchParams]);
  const { ctx, membership } = await requireVisit(slug);
  const version = await orNotFound(readVersion(ctx, { number }));
  const certificates = await orNotFound(readCertificates(ctx, { number }));
  const shown = { slug, version, now: ctx.now, zone: membership.workspace.timeZone };

  return (
    <Page fluid>
      <VersionHeader {...shown} />
      {version.holds ? null : (
        <Note tone="blocked" title="These files are not what was kept.">
          Their sum differs from the one of the version: do not ship them.
        </Note>
      )}
      <div className="grid grid-cols-1 items-start gap-5 wide:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="grid min-w-0 grid-cols-1 gap-5">
          <CertificateBox
            {...shown}
            certificates={certificates}
            refused={evidence === undefined ? null : String(evidence)}
          />
          <ReachLine reach={version.reach} />
          {version.against !== null && version.differences.length === 0 ? (
            <Box title="What differs">{`Nothing: it holds what version ${version.against} holds.`}</Box>
          ) : null}
          {version.against === null ? null : <FileDifferences differences={version.differences} />}
          <VersionFiles slug={slug} version={version} />
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-5">
          <WayBox {...shown} certificates={certificates} />
          {version.release ? <ShipBox slug={slug} version={version} /> : null}
          {version.number < version.newest ? (
            <BringBackBox slug={slug} number={version.number} newest={version.newest} />
          ) : null}
        </div>
      </div>
    </Page>
  );
}
