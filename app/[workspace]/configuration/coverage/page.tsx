import type { Metadata, Route } from 'next';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { Time } from '#components/ui/time';
import { readCoverage } from '#lib/queries/coverage';
import { requireVisit } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { CoverageBox } from './_controls/coverage-box';
import { readMachinesAddress } from './_controls/coverage-address';
import { DeliveryBox } from './_controls/delivery-box';
import { FleetBox } from './_controls/fleet-box';
import { MachinesBox } from './_controls/machines-box';
import { ReceiptsBox } from './_controls/receipts-box';

export const metadata: Metadata = { title: 'Coverage' };

type Props = PageProps<'/[workspace]/configuration/coverage'>;

/** Who has it: machines of each system that have the current release, an older one, or something else. */
export default async function CoveragePage({ params, searchParams }: Props) {
  const [{ workspace: slug }, search] = await Promise.all([params, searchParams]);
  const { ctx, membership } = await requireVisit(slug);
  const coverage = await orNotFound(readCoverage(ctx));
  const times = { now: ctx.now, zone: membership.workspace.timeZone };
  const { released } = coverage;

  return (
    <Page>
      <PageHeader
        title="Coverage"
        // safe because a slug is lower-case words and hyphens
        parent={{ href: `/${slug}/configuration/versions` as Route, label: 'Versions', here: 'Coverage' }}
        meta={
          <>
            {released ? (
              <span>
                {`Against version ${released.number}, released `}
                <Time at={released.at} {...times} />
              </span>
            ) : (
              <span>Nothing is released yet</span>
            )}
            <span>{`Times in ${times.zone}`}</span>
          </>
        }
      />
      <CoverageBox slug={slug} coverage={coverage} {...times} />
      {coverage.isBegun ? <MachinesBox slug={slug} address={readMachinesAddress(search)} {...times} /> : null}
      <div className="grid grid-cols-1 items-start gap-5 wide:grid-cols-2">
        <ReceiptsBox slug={slug} isReleased={released !== null} />
        <FleetBox slug={slug} fleet={coverage.fleet} />
      </div>
      <DeliveryBox slug={slug} {...times} />
    </Page>
  );
}
