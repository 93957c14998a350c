type Failure = {
  code: string;
  message: string;
  fields?: Record<string, string[] | undefined>;
  current?: unknown;
};

/** A refusal, with all that was typed. */
export type Refused = { error: Failure; typed: Record<string, string> };

/** What a form's action answers: the stored value, or the refusal. */
export type FormAnswer = { ok: true; value: unknown } | ({ ok: false } & Refused);

/** What fields need to know of the last answer. */
export type FormState = {
  /** The sentences for one field; undefined where it was not refused. */
  errorOf: (name: string) => string[] | undefined;
  /** What was typed after a refusal, the stored text otherwise. */
  typedOf: (name: string, stored?: string | null) => string;
  /** The same for a box that can be ticked. */
  isTicked: (name: string, stored: boolean) => boolean;
};

export const refusalOf = (answer: FormAnswer | null): Refused | null =>
  answer && !answer.ok ? answer : null;

export const stateOf = (refused: Refused | null): FormState => ({
  errorOf: (name) => refused?.error.fields?.[name],
  typedOf: (name, stored) => refused?.typed[name] ?? stored ?? '',
  isTicked: (name, stored) => (refused ? name in refused.typed : stored),
});

/** After a conflict the answer's version: saving again then means to keep mine. */
export function versionToSend(refused: Refused | null, seen: number): number | string {
  const current = refused?.error.current;
  const isVersioned = current !== null && typeof current === 'object' && 'version' in current;
  if (isVersioned && typeof current.version === 'number') return current.version;
  return refused?.typed.version ?? seen;
}
