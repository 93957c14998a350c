import type { Metadata, Route } from 'next';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { LinkButton } from '#components/ui/button';
import { readVersions } from '#lib/queries/config-versions';
import { requireVisit } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { DraftPart } from './_controls/draft-part';
import { EmergencyBox } from './_controls/emergency-box';
import { VersionsTable } from './_controls/versions-table';

export const metadata: Metadata = { title: 'Versions of the configuration' };

/** Row 3.5: what is wanted now against what was kept, every version, and the way of each to the machines. */
export default async function VersionsPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/configuration/versions'>) {
  const [{ workspace: slug }, { before: cursor }] = await Promise.all([params, searchParams]);
  const { ctx, membership } = await requireVisit(slug);
  const list = await orNotFound(readVersions(ctx, cursor === undefined ? {} : { cursor }));
  const zone = membership.workspace.timeZone;

  return (
    <Page>
      <PageHeader
        title="Versions and release"
        // safe because a slug is lower-case words and hyphens
        parent={{
          href: `/${slug}/rollout/configuration` as Route,
          label: 'Local managed settings',
          here: 'Versions',
        }}
        meta={
          <>
            <span>
              {list.released === null ? 'Nothing is released yet' : `Version ${list.released} is released`}
            </span>
            <span>{`Times in ${zone}`}</span>
          </>
        }
        actions={
          // safe because a slug is lower-case words and hyphens
          <>
            <LinkButton href={`/${slug}/configuration/layers` as Route}>Layers and groups…</LinkButton>
            {list.released === null ? null : (
              <LinkButton href={`/${slug}/configuration/coverage` as Route}>Who has it…</LinkButton>
            )}
          </>
        }
      />
      {cursor === undefined ? <DraftPart slug={slug} list={list} /> : null}
      <VersionsTable {...{ slug, list, zone }} now={ctx.now} />
      {list.next === null ? null : (
        <p>
          {/* safe because the parts are a slug and a number */}
          <LinkButton small href={`/${slug}/configuration/versions?before=${list.next}` as Route}>
            Older versions
          </LinkButton>
        </p>
      )}
      {cursor === undefined ? <EmergencyBox slug={slug} list={list} /> : null}
    </Page>
  );
}
