import { formFromDecisions } from '#lib/domain/config/configuration-from-form';
import type { ConfigurationView } from '#lib/domain/config/configuration-view';
import { viewDecisions } from '#lib/domain/config/view-decisions';
import type { setConfigurationAction } from './actions';

type Answer = Awaited<ReturnType<typeof setConfigurationAction>>;
type Failure = Extract<Answer, { ok: false }>;
type Opened = { values: Readonly<Record<string, string>>; version: number };

/** The form after an answer: what it shows, the version it rests on, and what was wrong. */
export type FormState = Opened & {
  /** Changes when the fields begin anew. */
  key: string;
  errors: Readonly<Record<string, readonly string[]>>;
  refusal: string | null;
  conflict: { mine: Record<string, string>; theirs: ConfigurationView } | null;
  savedVersion: number | null;
};

const untouched = { key: 'opened', errors: {}, refusal: null, conflict: null, savedVersion: null };

/** The state of a form that was opened with `opened` and got `answer`. */
export function stateOf(opened: Opened, answer: Answer | null): FormState {
  if (!answer) return { ...untouched, ...opened };
  if (!answer.ok) return afterFailure(answer);
  const decisions = viewDecisions(answer.value);
  const { version } = answer.value;
  const values = decisions ? formFromDecisions(decisions) : opened.values;
  return { ...untouched, values, version, key: `saved ${version}`, savedVersion: version };
}

function afterFailure({ error, typed }: Failure): FormState {
  if (error.code === 'conflict') {
    const theirs = error.current;
    return { ...untouched, values: typed, version: theirs.version, conflict: { mine: typed, theirs } };
  }
  const version = Number(typed.version);
  return { ...untouched, values: typed, version, errors: errorsOf(error), refusal: error.message };
}

/** Messages by decision: of input that did not parse, or of decisions that cannot stand together. */
function errorsOf(error: Failure['error']): FormState['errors'] {
  if ('fields' in error) return error.fields;
  return 'field' in error ? { [error.field]: [error.message] } : {};
}
