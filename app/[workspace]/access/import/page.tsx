import type { Metadata } from 'next';
import { Box } from '#components/ui/box';
import { can } from '#lib/domain/authorization/can';
import { importRefusalWords } from '#lib/domain/imports/import-refusals';
import { readImports } from '#lib/queries/imports';
import { requireVisit } from '#lib/shell/context';
import { AccessFrame } from '#access/access-frame';
import { accessPath } from '#access/access-places';
import { UploadForm } from './_controls/upload-form';
import { History } from './_controls/history';

export const metadata: Metadata = { title: 'Import' };

const samples = ['people.csv', 'groups.csv', 'memberships.csv'];

/** People, groups and memberships from files: a dry run first, and every import so far. */
export default async function ImportPage({ params, searchParams }: PageProps<'/[workspace]/access/import'>) {
  const [{ workspace: slug }, { refused, line }] = await Promise.all([params, searchParams]);
  const { ctx, membership } = await requireVisit(slug);
  const imports = (await readImports(ctx))?.imports ?? [];
  const api = `/api/v1/workspaces/${slug}/directory`;
  const refusal = refused === undefined ? null : importRefusalWords(String(refused), line && String(line));

  return (
    <AccessFrame slug={slug} place="import">
      {can(ctx.actor, 'directory.write') ? (
        <Box
          title="Import people, groups and memberships"
          footer={
            <span className="meta flex flex-wrap gap-x-3">
              Sample files:
              {samples.map((file) => (
                <a key={file} href={`${api}/samples/${file}`} download>
                  {file}
                </a>
              ))}
            </span>
          }
        >
          <UploadForm address={`${api}/imports`} here={accessPath(slug, 'import')} refusal={refusal} />
        </Box>
      ) : null}
      <History {...{ slug, imports }} now={ctx.now} zone={membership.workspace.timeZone} />
    </AccessFrame>
  );
}
