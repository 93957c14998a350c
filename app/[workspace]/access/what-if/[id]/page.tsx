import type { Metadata } from 'next';
import { AccessFrame } from '#access/access-frame';
import { can } from '#lib/domain/authorization/can';
import { readDraftProof } from '#lib/queries/draft-proof';
import { readDraftScreen } from '#lib/queries/draft-screen';
import { requireVisit } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { DraftActions, DraftMeta } from '#access/what-if/draft-head';
import { DraftWork } from '#access/what-if/draft-work';
import { readDraftAddress } from '#access/what-if/draft-address';
import { ProofPanel } from '#access/what-if/proof-panel';

export const metadata: Metadata = { title: 'What if' };

/** One draft: what it says, whom it would meet, why, and the way to apply it. */
export default async function DraftPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/access/what-if/[id]'>) {
  const [{ workspace: slug, id }, search] = await Promise.all([params, searchParams]);
  const { ctx, membership } = await requireVisit(slug);
  const address = readDraftAddress(slug, id, search);
  const { list, cursor, person } = address;
  const screen = await orNotFound(readDraftScreen(ctx, { id, list, cursor }));
  const proof = person ? await orNotFound(readDraftProof(ctx, { id, person })) : null;
  const isOpen = screen.draft.appliedAt === null;
  const editable = isOpen && can(ctx.actor, 'draft.write');
  const mayApply = isOpen && can(ctx.actor, 'access.write');
  const clock = { now: ctx.now, zone: membership.workspace.timeZone };

  return (
    <AccessFrame
      slug={slug}
      place="what-if"
      title={screen.draft.name}
      meta={<DraftMeta {...{ screen, clock }} />}
      actions={<DraftActions {...{ screen, address, mayApply }} />}
      panel={proof ? <ProofPanel draft={screen.draft} {...{ proof, address, editable }} /> : undefined}
    >
      <DraftWork {...{ screen, address, editable, mayApply }} />
    </AccessFrame>
  );
}
