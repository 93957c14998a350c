import { VendorLink } from '#components/guide/vendor-link';
import { Box } from '#components/ui/box';
import { consolePlaces } from '#lib/catalog/console-places';
import type { StepView, WorklistView } from '#lib/domain/console/worklist-view';
import { StepRow } from './step-row';
import type { Viewer } from './viewer';

/** Steps one behind the other that are done in one place of the console; `first` is the number of the first. */
export type Stretch = { place: StepView['place']; first: number; steps: StepView[] };

/** The steps of a page, cut where the place changes: their order stays. */
export function stretches({ steps, from }: Pick<WorklistView, 'steps' | 'from'>): Stretch[] {
  const all: Stretch[] = [];
  steps.forEach((step, index) => {
    const last = all.at(-1);
    if (last?.place === step.place) last.steps.push(step);
    else all.push({ place: step.place, first: from + index + 1, steps: [step] });
  });
  return all;
}

type Props = { stretch: Stretch; version: number; viewer: Viewer };

/** What to do in one place of the vendor's console, with the way there. */
export function StepsBox({ stretch, version, viewer }: Props) {
  const { label, path, laterPath, link } = consolePlaces[stretch.place];
  const { first, steps } = stretch;
  const last = first + steps.length - 1;
  const way = viewer.era === '2026-03' ? path : laterPath;
  return (
    <Box
      flush
      title={
        first === last
          ? `Step ${String(first)}: ${label}`
          : `Steps ${String(first)} to ${String(last)}: ${label}`
      }
      meta={
        <>
          {`${way.join(' > ')} · `}
          <VendorLink link={link} era={viewer.era}>
            Open in ChatGPT
          </VendorLink>
        </>
      }
    >
      <ol className="list">
        {steps.map((step, index) => (
          <StepRow key={step.key} number={first + index} {...{ step, version, viewer }} />
        ))}
      </ol>
    </Box>
  );
}
