import { CopyButton } from '#components/ui/copy-button';
import { Note } from '#components/ui/note';
import { permissions as catalog } from '#lib/catalog/permissions';
import { effectWords, gapWords } from '#lib/domain/console/effect-words';
import type { StepView } from '#lib/domain/console/worklist-view';
import { confirmStepAction } from './actions';
import { PressForm } from './press-form';
import { StepPeople } from './step-people';
import type { Viewer } from './viewer';

type Props = { number: number; step: StepView; version: number; viewer: Viewer };

/** One step: what to click, whom it meets, what to copy, and Done. */
export function StepRow({ number, step, version, viewer }: Props) {
  const { key, digest, words, details, names, gap } = step;
  const without = gap ? gapWords(gap, catalog) : null;
  return (
    <li data-step={key}>
      <div className="grid min-w-0 flex-1 gap-1 py-1">
        <p className="wrap-anywhere">
          <span className="mr-2 text-text-3">{number}</span>
          <strong>{words}</strong>
        </p>
        {details.length > 0 ? (
          <ul className="grid gap-0.5 text-text-2">
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        ) : null}
        <p className="meta">{effectWords(step, catalog)}</p>
        <StepPeople step={step} slug={viewer.slug} />
        {without ? (
          <Note tone="stale" icon="triangle-alert" title={without.title}>
            {without.text}
          </Note>
        ) : null}
        <p className="print-none -ml-2 flex flex-wrap items-center gap-x-2">
          {names.map(({ label, text }) => (
            <CopyButton key={label} label={label} text={text} />
          ))}
        </p>
      </div>
      {viewer.mayConfirm ? (
        <PressForm
          action={confirmStepAction.bind(null, viewer.slug)}
          hidden={{ key, digest, version: String(version) }}
          submit="Done"
          submitFor={words}
        />
      ) : null}
    </li>
  );
}
