import type { Route } from 'next';
import type { ReactNode } from 'react';
import { LinkButton } from './button';
import { classNames } from './class-names';
import { SubmitButton } from './submit-button';

/** How a conflict is shown, and what is done about it: the button that saves mine over theirs, and those beside it. */
export type ShownConflict = { panel: ReactNode; keepMine: string; others: ReactNode };

type Props = {
  submit: string;
  submitFor?: string | undefined;
  primary?: boolean | undefined;
  more?: ReactNode;
  closeHref?: Route | undefined;
  disabledReason?: string | undefined;
  sticky?: boolean | undefined;
  conflict: ShownConflict | null;
  /** What was done, once it is. */
  said: string | null;
};

/** The buttons of a form, and what the last press did. */
export function FormFoot(props: Props) {
  const { more, closeHref, conflict } = props;
  return (
    <p className={classNames('flex flex-wrap items-center gap-2', props.sticky && 'form-foot-stays')}>
      <Submit {...props} />
      {conflict?.others}
      {more}
      {closeHref ? (
        <LinkButton small={!props.primary} variant="quiet" href={closeHref} scroll={false}>
          Cancel
        </LinkButton>
      ) : null}
      <span className="meta empty:-ml-2" role="status">
        {props.said}
      </span>
    </p>
  );
}

/** Of several buttons each has a \`press\` of its own; over a conflict none of them is the primary one. */
function Submit({ submit, submitFor, primary, more, disabledReason, conflict }: Props) {
  const press = more ? { name: 'press', value: 'first' } : {};
  return (
    <SubmitButton
      {...press}
      small={!primary && !more}
      variant={primary && !conflict ? 'primary' : undefined}
      disabledReason={disabledReason}
    >
      <span>
        {conflict?.keepMine ?? submit}
        {submitFor ? <span className="sr-only"> for {submitFor}</span> : null}
      </span>
    </SubmitButton>
  );
}
