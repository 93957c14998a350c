import { useState, type FormEvent } from 'react';
import { bytesInWords, maxFormBytes } from '#lib/domain/form-bytes';
import { sentBytes } from '#lib/domain/sent-bytes';
import type { Refused } from './form-state';

/** What of a form is known to be wrong before it is sent: sentences by field, null where nothing is. */
export type CheckForm = (form: FormData) => Record<string, string[]> | null;

const bytesOf = (form: FormData): number =>
  [...form.values()].reduce(
    (sum, value) => sum + (typeof value === 'string' ? sentBytes(value) : value.size),
    0,
  );

// The lines that a browser writes around the fields count too.
const mostOfFields = maxFormBytes - 16 * 1024;

function refusalBefore(form: FormData, check: CheckForm | undefined): Refused['error'] | null {
  const fields = check?.(form);
  if (fields) return { code: 'invalid_input', message: 'Some fields need another value.', fields };
  const bytes = bytesOf(form);
  if (bytes <= mostOfFields) return null;
  const message = `This is ${bytesInWords(bytes)}; a form takes at most ${bytesInWords(maxFormBytes)}. Nothing was sent.`;
  return { code: 'too_large', message };
}

const textsOf = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/**
 * Refuses a form in the browser before it is sent, where it is too large for any answer or `check` finds it wrong.
 * Without scripts the server says the same.
 */
export function useEarlyRefusal(check: CheckForm | undefined) {
  const [early, refuse] = useState<Refused | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    const error = refusalBefore(form, check);
    if (error) event.preventDefault();
    refuse(error && { error, typed: textsOf(form) });
  };
  return { early, onSubmit };
}
