import type { Metadata } from 'next';
import { AccessFrame } from '#access/access-frame';
import { Disclosure } from '#components/ui/disclosure';
import { PrintButton } from '#components/ui/print-button';
import { readWorklist } from '#lib/queries/worklist';
import { requireVisit } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { confirmAllAction } from './_controls/actions';
import { ConfirmAllForm } from './_controls/confirm-all-form';
import { StepKeys } from './_controls/step-keys';
import { DoneBox } from './_controls/done-box';
import { NothingWanted } from './_controls/nothing-wanted';
import { PageLinks } from './_controls/page-links';
import { WorklistProgress } from './_controls/progress';
import { StepsBox, stretches } from './_controls/steps-box';
import { viewerOf } from './_controls/viewer';

export const metadata: Metadata = { title: 'Console worklist' };

type Props = PageProps<'/[workspace]/access/worklist'>;

/** What to do in the vendor's console, one step after the other, and what was done. */
export default async function WorklistPage({ params, searchParams }: Props) {
  const [{ workspace: slug }, { from }] = await Promise.all([params, searchParams]);
  const { ctx } = await requireVisit(slug);
  const asked = typeof from === 'string' && /^\d{1,6}$/.test(from) ? { from } : {};
  const [viewer, worklist] = await Promise.all([viewerOf(slug), orNotFound(readWorklist(ctx, asked))]);
  const { open, digest, version, steps, isBegun } = worklist;

  return (
    <AccessFrame
      slug={slug}
      place="worklist"
      meta={<span>{`Times in ${viewer.zone}`}</span>}
      actions={open > 0 ? <PrintButton>Print</PrintButton> : null}
    >
      {isBegun ? null : <NothingWanted slug={slug} />}
      <StepKeys steps={steps.map(({ key }) => key)}>
        {isBegun ? <WorklistProgress {...{ worklist, viewer }} /> : null}
        {stretches(worklist).map((stretch) => (
          <StepsBox key={stretch.steps[0]?.key} {...{ stretch, version, viewer }} />
        ))}
        <PageLinks {...{ slug, worklist }} />
      </StepKeys>
      {open > 0 && viewer.mayConfirm ? (
        <Disclosure summary="All of this is in the console already">
          <ConfirmAllForm action={confirmAllAction.bind(null, slug)} {...{ open, digest, version }} />
        </Disclosure>
      ) : null}
      <DoneBox {...{ worklist, viewer }} />
    </AccessFrame>
  );
}
