import 'server-only';
import { refresh } from 'next/cache';
import { unstable_rethrow } from 'next/navigation';
import type { PersonalCommand } from '#lib/commands/define-personal-command';
import type { KernelError } from '#lib/domain/errors';
import type { DomainError } from '#lib/domain/result';
import { requireContext } from './context';
import { failureOf, type Outage } from './failure';

/** Turns a form field into the value the command's schema wants. A field that is not there is undefined. */
export type Decoder = (value: FormDataEntryValue | null) => unknown;

/** What a form gets back: the result, and all that was typed where it is to stay, as after any failure. */
export type ActionResult<T, E extends DomainError> =
  | { ok: true; value: T; typed?: Record<string, string> }
  | { ok: false; error: E | Outage; typed: Record<string, string> };

/** A number in a hidden field. */
export const formInteger: Decoder = (value) =>
  typeof value === 'string' && value !== '' ? Number(value) : value;

/** Digits in groups of three, all apart by the same comma, blank or apostrophe: 1,250 or 1 250 000.5. */
const grouped = /^-?[1-9]\d{0,2}([,\s’'])\d{3}(?:\1\d{3})*(?:\.\d+)?$/u;

/**
 * A number as a person writes it: with a real minus, and with thousands apart. What could be read in two ways,
 * such as 0,125, is no number, for the schema to refuse.
 */
export const formNumber: Decoder = (value) => {
  if (typeof value !== 'string' || value.trim() === '') return value;
  const plain = value.trim().replace('−', '-');
  return Number(grouped.test(plain) ? plain.replace(/[,\s’']/gu, '') : plain);
};

/** A button's or a checkbox's `true` / `false`. */
export const formBoolean: Decoder = (value) => value === 'true' || value === 'on';

/** A text field that may be left empty: empty is null. */
export const formOptional: Decoder = (value) =>
  typeof value === 'string' && value.trim() === '' ? null : value;

/** A number that may be left out: empty is null. */
export const formOptionalNumber: Decoder = (value) => {
  const filled = formOptional(value);
  return filled === null ? null : formNumber(value);
};

/** A text field with one value a line: without empty lines, commas at their ends and blanks around them. */
export const formLines: Decoder = (value) =>
  typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.replace(/,\s*$/, '').trim())
        .filter((line) => line !== '')
    : value;

/** A field that holds several words, apart by space, comma, semicolon or line. */
export const formList: Decoder = (value) =>
  typeof value === 'string' ? value.split(/[\s,;]+/).filter((word) => word !== '') : value;

/** A field that holds JSON; text that is none is handed on as it is, for the schema to refuse. */
export const formJson: Decoder = (value) => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
};

// React adds fields of its own to every form ($ACTION_…); they are not the command's.
const ownFields = (form: FormData) => [...new Set(form.keys())].filter((name) => !name.startsWith('$ACTION'));

/**
 * How a form becomes a command's input: field by field, or as a whole where the input is nested or a file is
 * read, whose text then counts as typed.
 */
type Decoding =
  Record<string, Decoder> | ((form: FormData) => Record<string, unknown> | Promise<Record<string, unknown>>);

async function decode(form: FormData, decoders: Decoding): Promise<Record<string, unknown>> {
  if (typeof decoders === 'function') return decoders(form);
  return Object.fromEntries(
    ownFields(form).map((name) => [name, (decoders[name] ?? ((value) => value))(form.get(name))]),
  );
}

/**
 * A form in which the text of the file `from`, where one was chosen, stands in the field `to`; so a refusal
 * gives it back as if it had been typed.
 */
export async function withFileText(form: FormData, from: string, to: string): Promise<FormData> {
  const file = form.get(from);
  if (file instanceof File && file.size > 0) form.set(to, await file.text());
  form.delete(from);
  return form;
}

/** What was typed into the form, without passwords. */
export function typedText(form: FormData): Record<string, string> {
  const texts = ownFields(form).map((name) => [name, form.get(name)] as const);
  return Object.fromEntries(
    texts.filter(
      (pair): pair is readonly [string, string] => typeof pair[1] === 'string' && pair[0] !== 'password',
    ),
  );
}

/**
 * The server action of a command, or of a personal one, to be bound to the workspace's slug and handed to
 * `useActionState`.
 *
 * Decodes form fields into the command's input. Where `stays` says so of what was done, what was typed stays: a
 * check is no end of it, and before scripts have loaded a page keeps nothing by itself. An outage comes back as a failure too, so that the page and
 * what was typed stay; a bug is thrown on to the error page.
 */
export function toAction<T, E extends DomainError>(
  command: PersonalCommand<T, E>,
  decoders: Decoding = {},
  stays: (value: T) => boolean = () => false,
) {
  return async (
    slug: string,
    _previous: unknown,
    form: FormData,
  ): Promise<ActionResult<T, E | KernelError>> => {
    try {
      const ctx = await requireContext(slug);
      const result = await command(ctx, await decode(form, decoders));
      if (!result.ok) return { ...result, typed: typedText(form) };
      refresh();
      return stays(result.value) ? { ...result, typed: typedText(form) } : result;
    } catch (thrown) {
      unstable_rethrow(thrown);
      return { ok: false, error: failureOf(thrown), typed: typedText(form) };
    }
  };
}

type Action<Answer> = (slug: string, previous: unknown, form: FormData) => Promise<Answer>;

/**
 * One server action for a form with several buttons: the one in `others` under the value of the button named
 * `press`, and `first` for any other button and for Enter in a field.
 */
export function byPress<A, B>(first: Action<A>, others: Readonly<Record<string, Action<B>>>): Action<A | B> {
  return async (slug, previous, form) => {
    const press = form.get('press');
    const other = typeof press === 'string' && Object.hasOwn(others, press) ? others[press] : undefined;
    return (other ?? first)(slug, previous, form);
  };
}
