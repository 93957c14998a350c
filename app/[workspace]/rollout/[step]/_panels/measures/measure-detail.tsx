import type { Route } from 'next';
import { LinkButton } from '#components/ui/button';
import { ColumnChart } from '#components/ui/column-chart';
import { Disclosure } from '#components/ui/disclosure';
import { dayInWords } from '#lib/domain/calendar';
import { numberInWords, targetInWords } from '#lib/domain/measures/measure';
import type { MeasureWithHistory } from '#lib/queries/measures';
import { changeMeasureAction, recordMeasureValueAction, retireMeasureAction } from './actions';
import { MeasureForm } from './measure-form';
import { OnePressForm } from './one-press-form';
import { ValueForm } from './value-form';

type Props = {
  slug: string;
  measure: MeasureWithHistory;
  today: string;
  editable: boolean;
  /** The form of the measure itself is open. */
  isChanging: boolean;
  /** The page with this measure open, and with none. */
  href: Route;
  closeHref: Route;
};

/** One measure close up: its history as a chart, a new value, and its own form. */
export function MeasureDetail({ slug, measure, today, editable, isChanging, href, closeHref }: Props) {
  const { id, name, unit, source, history, retiredAt, version } = measure;
  const writes = editable && retiredAt === null;
  return (
    <div className="grid gap-4 border-t border-line p-4">
      <div>
        <h3>{name}</h3>
        <p className="meta">{`${targetInWords(measure)}, from ${source}${retiredAt ? '. Retired; its history stays.' : ''}`}</p>
      </div>
      {history.length > 0 ? (
        <ColumnChart
          label={`${name}, in ${unit}`}
          columns={history.map(({ value, on }) => {
            return { value, words: numberInWords(value), label: dayInWords(on, today) };
          })}
          target={{ value: measure.target, words: targetInWords(measure) }}
          heads={['Day', `Value in ${unit}`]}
        />
      ) : (
        <p className="text-text-2">Its values will stand here as columns, with the target across them.</p>
      )}
      {writes && isChanging ? (
        <MeasureForm action={changeMeasureAction.bind(null, slug)} measure={measure} closeHref={href} />
      ) : null}
      {writes && !isChanging ? (
        <>
          <ValueForm action={recordMeasureValueAction.bind(null, slug)} id={id} unit={unit} today={today} />
          <Disclosure summary="Change or retire this measure">
            <div className="flex flex-wrap items-start gap-2">
              {/* safe because it is the address of this page */}
              <LinkButton small href={href.replace('#', '&change=1#') as Route} scroll={false}>
                Change…
              </LinkButton>
              <OnePressForm
                action={retireMeasureAction.bind(null, slug)}
                values={{ id }}
                version={version}
                submit="Retire it, keep its history"
                saved="Measure retired."
                closeHref={closeHref}
              />
            </div>
          </Disclosure>
        </>
      ) : null}
    </div>
  );
}
