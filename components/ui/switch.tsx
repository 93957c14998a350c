import { useId } from 'react';
import { Icon } from './icon';

type Props = {
  /** Whole name, for those who do not see the row: "Wanted: Allow members …". */
  label: string;
  checked: boolean;
  /** Field the form sends; its value is what a press asks for, `true` or `false`. */
  name: string;
  working?: boolean | undefined;
  /** Why it cannot be moved; stands under it. */
  disabledReason?: string | undefined;
  /** Why the last press was refused; it did not move. */
  refusal?: string | undefined;
  words?: readonly [on: string, off: string] | undefined;
};

/** A submit button in the shape of a switch: saves at once, also before JavaScript has loaded. */
export function Switch({ label, checked, name, working, disabledReason, refusal, words }: Props) {
  const reasonId = useId();
  const [on, off] = words ?? ['On', 'Off'];
  const reason = refusal ?? disabledReason;

  return (
    <>
      <button
        type={disabledReason || working ? 'button' : 'submit'}
        role="switch"
        className="switch"
        name={name}
        value={checked ? 'false' : 'true'}
        aria-checked={checked}
        aria-label={label}
        aria-busy={working}
        aria-disabled={Boolean(disabledReason)}
        aria-describedby={reason && reasonId}
      >
        <span className="switch-track" aria-hidden="true" />
        <span aria-hidden="true">{checked ? on : off}</span>
      </button>
      {reason ? <Reason id={reasonId} words={reason} alert={Boolean(refusal)} /> : null}
    </>
  );
}

function Reason({ id, words, alert }: { id: string; words: string; alert: boolean }) {
  return (
    <span className="hint hint-error" id={id} role={alert ? 'alert' : undefined}>
      <Icon name="triangle-alert" tone="warning" small />
      <span className="text-text-2">{words}</span>
    </span>
  );
}
