import type { Metadata } from 'next';
import { Box } from '#components/ui/box';
import { State } from '#components/ui/state';
import { Time, timeInWords } from '#components/ui/time';
import { can } from '#lib/domain/authorization/can';
import { readImport } from '#lib/queries/imports';
import { requireVisit } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { AccessFrame } from '#access/access-frame';
import { ApplyBox, ApplyLink } from './_controls/apply-box';
import { EffectBox } from './_controls/effect-box';
import { FilesBox } from './_controls/files-box';
import { modeWords, stateOfImport } from '#lib/domain/imports/import-standing';
import { cursorOf, importHref, readImportAddress } from './_controls/import-address';
import { PlanBox } from './_controls/plan-box';
import { RejectedBox } from './_controls/rejected-box';
import { Standing } from './_controls/standing';

export const metadata: Metadata = { title: 'Import' };

/** One import: what it would do or did, its bad rows, and the way on. */
export default async function OneImportPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/access/import/[id]'>) {
  const [{ workspace: slug, id }, search] = await Promise.all([params, searchParams]);
  const { ctx, membership } = await requireVisit(slug);
  const address = readImportAddress(slug, id, search);
  const found = await orNotFound(readImport(ctx, { id, ...cursorOf(address) }));
  const zone = membership.workspace.timeZone;
  const mayWrite = can(ctx.actor, 'directory.write');
  const { state, words } = stateOfImport(found);

  return (
    <AccessFrame
      slug={slug}
      place="import"
      title={`Import of ${timeInWords(found.at, ctx.now, zone)}`}
      actions={mayWrite ? <ApplyLink found={found} /> : undefined}
      meta={
        <>
          <State state={state}>{words}</State>
          <span>{modeWords[found.mode]}</span>
          <span>{found.by}</span>
          {found.endedAt ? (
            <span>
              Ended <Time at={found.endedAt} now={ctx.now} zone={zone} />
            </span>
          ) : null}
        </>
      }
    >
      <Standing {...{ found, slug, mayWrite }} />
      <PlanBox found={found} />
      <EffectBox {...{ found, address }} />
      {mayWrite ? <ApplyBox {...{ found, slug }} /> : null}
      <RejectedBox
        found={found}
        from={address.from}
        hrefFrom={(from) => importHref(address, { from })}
        csvHref={`/api/v1/workspaces/${slug}/directory/imports/${id}/rejected`}
      />
      {found.files.length > 0 ? (
        <FilesBox {...{ found, slug, mayWrite }} />
      ) : (
        <Box label="Files">No file.</Box>
      )}
    </AccessFrame>
  );
}
