import { Note } from '#components/ui/note';
import { Bar } from '#components/ui/progress-bar';
import { Time } from '#components/ui/time';
import type { WorklistView } from '#lib/domain/console/worklist-view';
import type { Viewer } from './viewer';

type Props = { worklist: WorklistView; viewer: Viewer };

/** How far the console is from what is wanted. */
export function WorklistProgress({ worklist: { open, done, confirmations }, viewer: { now, zone } }: Props) {
  const whole = open + done;
  const [newest] = confirmations;
  return (
    <section aria-label="Progress" className="grid gap-2">
      <p role="status" tabIndex={-1} data-rest="">
        {open > 0 ? (
          <strong>{`${done.toLocaleString('en')} of ${whole.toLocaleString('en')} steps done`}</strong>
        ) : (
          <strong>
            {newest
              ? 'Everything that is wanted is confirmed in the console.'
              : 'There is nothing to do in the console.'}
          </strong>
        )}{' '}
        {newest ? (
          <span className="meta">
            {`Last by ${newest.confirmedBy}, `}
            <Time at={newest.confirmedAt} now={now} zone={zone} />
          </span>
        ) : null}
      </p>
      {whole > 0 ? <Bar part={done} whole={whole} /> : null}
      <Note title="The vendor has no public API for roles and groups.">
        Slipway cannot read what is in the console, so a confirmation is a person’s word
        {newest ? '.' : ', and until the first one the console counts as empty.'}{' '}
        {open > 0
          ? 'The steps stand in an order in which nobody goes without what they have, or get on the way, and are to keep, as far as there is one.'
          : null}
      </Note>
    </section>
  );
}
