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
  /** Cannot be moved for the reason in the element of this id: one sentence for many switches. */
  disabledBy?: string | undefined;
  /** Why the last press was refused; it did not move. */
  refusal?: string | undefined;
  words?: readonly [on: string, off: string] | undefined;
};

/** A submit button in the shape of a switch: saves at once, also before JavaScript has loaded. */
export function Switch({ label, checked, name, working, words = ['On', 'Off'], ...reasons }: Props) {
  const reasonId = useId();
  const reason = reasons.refusal ?? reasons.disabledReason;
  const disabled = Boolean(reasons.disabledReason ?? reasons.disabledBy);

  return (
    <>
      <button
        type={disabled || working ? 'button' : 'submit'}
        role="switch"
        className="switch"
        name={name}
        value={checked ? 'false' : 'true'}
        aria-checked={checked}
        aria-label={label}
        aria-busy={working}
        aria-disabled={disabled}
        aria-describedby={reason ? reasonId : reasons.disabledBy}
      >
        <span className="switch-track" aria-hidden="true" />
        <span aria-hidden="true">{words[checked ? 0 : 1]}</span>
      </button>
      {reason ? <Reason id={reasonId} words={reason} alert={reason === reasons.refusal} /> : null}
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
