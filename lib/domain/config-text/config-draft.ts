import { canonicalJson } from '#lib/domain/audit/chain';
import { checkDecisions, type Decisions } from '#lib/domain/config/decisions';
import { decisionKeys, type DecisionKey } from '#lib/domain/config/decision-values';
import { decidedBody } from '#lib/domain/config/decided-body';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import { renderValue, type TomlValue } from '#lib/domain/config/render-toml';
import { presets } from '#lib/domain/config/presets';
import { allowRestriction, type LoginRestriction } from '#lib/domain/login/login-restriction';
import { err, ok, type Result } from '#lib/domain/result';
import { editsTo, sameValue } from './compare-values';
import { decisionPlaces, formParts, type FormPart } from './decision-places';
import { editAll } from './edit-toml';
import { readDecision, readLogin } from './read-decisions';
import { readWritten } from './statements';
import { textValues, valueAt } from './text-values';

/** Texts that somebody wrote or imported, by file; a file without one follows from what the form says. */
export type OwnTexts = Readonly<Partial<Record<ConfigFileName, string>>>;

/**
 * What is wanted of the files now. The form and the texts say the same, save for the parts named in `byText`: those
 * the texts decide in a way the form has no field for, and what the form holds of them counts for nothing.
 */
export type ConfigDraft = {
  decisions: Decisions;
  login: LoginRestriction | null;
  byText: readonly FormPart[];
  texts: OwnTexts;
};

/** A form cannot write into a text that is no TOML, or where something else stands in the place of a table. */
export type BrokenText = { code: 'text_not_readable' | 'key_taken'; message: string; file: ConfigFileName };

/** Whether two drafts say the same, in the form and in every text. */
export const sameDraft = (a: ConfigDraft, b: ConfigDraft): boolean => canonicalJson(a) === canonicalJson(b);

/** The text of a file without a header: its own, or what follows from the form. */
export function bodyOf(
  file: ConfigFileName,
  { texts, decisions, login }: Pick<ConfigDraft, 'texts' | 'decisions' | 'login'>,
): string {
  return texts[file] ?? decidedBody(file, { decisions, login });
}

/** A draft that begins with a text: the other files say nothing until somebody writes them. */
export const emptyDraft: ConfigDraft = {
  decisions: presets.standard,
  login: null,
  byText: decisionKeys,
  texts: Object.fromEntries(configFileNames.map((name) => [name, ''])),
};

/** The draft after the text of one file was written: the form says what the text says, wherever it can. */
export function withText(draft: ConfigDraft, file: ConfigFileName, text: string): ConfigDraft {
  const texts = { ...draft.texts, [file]: text };
  const next = { ...draft, texts };
  const read = readParts(next);
  return { ...next, ...read };
}

/** The parts of the form that write into a file with a text of its own. */
const touched = ({ texts }: ConfigDraft): FormPart[] =>
  formParts.filter((part) =>
    decisionPlaces[part].some(({ file }) => file !== 'config.toml' && texts[file] !== undefined),
  );

function readParts(draft: ConfigDraft): Pick<ConfigDraft, 'decisions' | 'login' | 'byText'> {
  const values = {
    required: textValues(bodyOf('requirements.toml', draft)),
    managed: textValues(bodyOf('managed_config.toml', draft)),
  };
  let { decisions, login } = draft;
  const byText = new Set<FormPart>();
  for (const part of touched(draft)) {
    const read = part === 'login' ? withReadLogin(draft, readLogin(values)) : readInto(draft, part, values);
    if (!read || !saysTheSame(draft, read, part)) byText.add(part);
    else if (part === 'login') login = read.login;
    else decisions = { ...decisions, [part]: read.decisions[part] };
  }
  if (!checkDecisions(decisions).ok) {
    byText.add('approval');
    decisions = { ...decisions, approval: draft.decisions.approval };
  }
  if (login && !allowRestriction(login).ok) {
    byText.add('login');
    ({ login } = draft);
  }
  return { decisions, login, byText: [...byText] };
}

type Read = Pick<ConfigDraft, 'decisions' | 'login'>;

function readInto(
  { decisions, login }: ConfigDraft,
  key: DecisionKey,
  values: Parameters<typeof readLogin>[0],
) {
  const read = readDecision(key, values);
  return read && { decisions: { ...decisions, [key]: read }, login };
}

/** Nobody's restriction and no word about it are the same text: what was not decided stays undecided. */
function withReadLogin({ decisions, login }: ConfigDraft, read: LoginRestriction | null): Read | null {
  if (!read) return null;
  const isOpen = read.method === 'any' && read.workspaces.length === 0;
  return { decisions, login: isOpen && login === null ? null : read };
}

/** Whether the texts say of a part exactly what the form would write for what was read. */
function saysTheSame({ texts }: ConfigDraft, read: Read, part: FormPart): boolean {
  return decisionPlaces[part].every(({ file, path }) => {
    const text = texts[file];
    if (text === undefined || file === 'config.toml') return true;
    const said = textValues(text);
    const rendered = textValues(decidedBody(file, read));
    return said !== null && sameValue(valueAt(said, path), valueAt(rendered, path));
  });
}

/**
 * The draft after the form decided `parts`: the texts say so too, and everything else in them stays as it is
 * written. Fails with `text_not_readable` where a text that the form writes into is no TOML, and with `key_taken` where
 * something else stands in the place of a key.
 */
export function withForm(
  draft: ConfigDraft,
  decided: Read,
  parts: readonly FormPart[],
): Result<ConfigDraft, BrokenText> {
  let texts = draft.texts;
  for (const { file, path } of parts.flatMap((part) => decisionPlaces[part])) {
    const text = texts[file];
    if (text === undefined) continue;
    const rendered = textValues(decidedBody(file, decided));
    const edited = withValue(text, path, valueAt(rendered, path));
    if (edited === null) return err(textValues(text) ? takenKey(file, path) : brokenText(file));
    texts = { ...texts, [file]: edited };
  }
  const byText = draft.byText.filter((part) => !parts.includes(part));
  return ok({ ...decided, byText, texts });
}

function withValue(text: string, path: readonly string[], wanted: unknown): string | null {
  const said = textValues(text);
  if (!said) return null;
  // safe because it was read back from what the form renders, which holds no other values
  const value = wanted === undefined ? null : readWritten(renderValue(wanted as TomlValue));
  const edits = editsTo(path, valueAt(said, path), value);
  const edited = editAll(text, edits);
  // Where a value stands in the place of a table on the way, no line can say it.
  const after = edited === null ? null : textValues(edited);
  return after !== null && sameValue(valueAt(after, path), wanted) ? edited : null;
}

const takenKey = (file: ConfigFileName, path: readonly string[]): BrokenText => ({
  code: 'key_taken',
  message: `In ${file} something else stands where ${path.join('.')} would have to be written. Change the text first.`,
  file,
});

const brokenText = (file: ConfigFileName): BrokenText => ({
  code: 'text_not_readable',
  message: `The text of ${file} is no TOML, so nothing can be written into it. Mend the text first.`,
  file,
});
