'use client';

import { useActionState } from 'react';
import type { ReactNode } from 'react';
import type { IconName } from '#components/ui/icon';
import type { FormAnswer } from '#components/ui/form-state';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';

type Props<A> = {
  action: (previous: A | null, form: FormData) => Promise<A>;
  values: Readonly<Record<string, string>>;
  icon?: IconName | undefined;
  quiet?: boolean | undefined;
  /** The button’s words; with `hideLabel` its name alone, beside an icon everyone knows. */
  label: string;
  hideLabel?: boolean | undefined;
  children?: ReactNode;
};

/** One press that changes the draft; what refuses it is told beside it. */
export function PressForm<A extends FormAnswer>({
  action,
  values,
  icon,
  quiet,
  label,
  hideLabel,
  children,
}: Props<A>) {
  const [answer, send] = useActionState(action, null);
  return (
    <form action={send} className="grid gap-2">
      {answer?.ok === false ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <SubmitButton small variant={quiet ? 'quiet' : undefined} icon={icon}>
          {hideLabel ? <span className="sr-only">{label}</span> : label}
        </SubmitButton>
        {children}
      </span>
    </form>
  );
}
