import 'server-only';
import { sameDecisions } from '#lib/domain/config/same-decisions';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import type { PresetName } from '#lib/domain/config/presets';
import type { TextView } from '#lib/domain/config-text/text-view';
import { bodyOf, type ConfigDraft } from '#lib/domain/config-text/config-draft';
import { canonicalJson } from '#lib/domain/audit/chain';
import { findTexts, saveText, type StoredText } from './config-texts';
import { findConfiguration, saveConfiguration, type Configuration } from './configurations';
import type { Db } from './db';
import { findLogin, saveLogin, type StoredLogin } from './login-restrictions';
import { sha256 } from './sha256';

/** What is wanted of the configuration files, as it is stored; `draft` is null until somebody chose or wrote. */
export type StoredDraft = {
  configuration: Configuration;
  login: StoredLogin;
  texts: Awaited<ReturnType<typeof findTexts>>;
  draft: ConfigDraft | null;
};

/** What is wanted of the configuration files of a workspace. */
export async function findConfigDraft(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<StoredDraft> {
  const configuration = await findConfiguration(db, { workspaceId });
  const login = await findLogin(db, { workspaceId });
  const texts = await findTexts(db, { workspaceId });
  const { decisions, byText } = configuration;
  const draft = decisions && {
    ...{ decisions, byText },
    login: login.restriction,
    texts: Object.fromEntries([...texts].map(([file, { text }]) => [file, text])),
  };
  return { configuration, login, texts, draft };
}

/** What a write makes of the draft, and the reasons for keys it gives; reasons left out stay as they are. */
export type DraftChange = {
  next: ConfigDraft;
  preset: PresetName | null;
  reasons?: Pick<StoredText, 'file' | 'reasons'>;
};

/**
 * Stores the draft in the place of `before`: of form, sign-in and texts whatever differs, each with a version one
 * higher. Gives what is stored then.
 */
export async function saveConfigDraft(
  db: Db,
  by: { workspaceId: string; changedAt: Date; changedBy: string },
  before: StoredDraft,
  { next, preset, reasons }: DraftChange,
): Promise<StoredDraft> {
  const { workspaceId, ...stamp } = by;
  let { configuration, login } = before;
  if (configuration.preset !== preset || !isSameForm(configuration, next)) {
    const { decisions, byText } = next;
    const saved = { preset, decisions, byText: [...byText], version: configuration.version + 1, ...stamp };
    await saveConfiguration(db, { workspaceId, ...saved });
    configuration = saved;
  }
  if (next.login && canonicalJson(next.login) !== canonicalJson(login.restriction)) {
    const saved = { restriction: next.login, version: login.version + 1, ...stamp };
    await saveLogin(db, { workspaceId, ...saved });
    login = saved;
  }
  const texts = new Map(before.texts);
  for (const file of configFileNames) {
    const text = textAfter(before, { file, text: next.texts[file], reasons });
    if (!text) continue;
    const saved = { ...text, ...stamp };
    await saveText(db, { workspaceId, ...saved });
    texts.set(file, saved);
  }
  return { configuration, login, texts, draft: next };
}

/** The version of a file's text; while it follows from the form, that of everything the form says. */
export const textVersion = (
  file: ConfigFileName,
  { texts, configuration, login }: Pick<StoredDraft, 'texts' | 'configuration' | 'login'>,
): number => texts.get(file)?.version ?? configuration.version + login.version;

/** The text of a file as it is wanted now; empty where nothing is. */
export function toTextView(file: ConfigFileName, stored: StoredDraft): TextView {
  const { texts, draft } = stored;
  const text = draft ? bodyOf(file, draft) : '';
  return { file, text, version: textVersion(file, stored), reasons: texts.get(file)?.reasons ?? {} };
}

/** Who changed what a file says last, and when; while it follows from the form, that of everything the form says. */
export function lastChange(
  file: ConfigFileName,
  { texts, configuration, login }: Pick<StoredDraft, 'texts' | 'configuration' | 'login'>,
): { changedAt: Date | null; changedBy: string | null } {
  const isLater = (login.changedAt ?? 0) > (configuration.changedAt ?? 0);
  const { changedAt, changedBy } = texts.get(file) ?? (isLater ? login : configuration);
  return { changedAt, changedBy };
}

const isSameForm = ({ decisions, byText }: Configuration, next: ConfigDraft) =>
  decisions !== null &&
  sameDecisions(decisions, next.decisions) &&
  canonicalJson(byText) === canonicalJson(next.byText);

type Written = Pick<StoredText, 'file'> & { text: string | undefined; reasons: DraftChange['reasons'] };

/** What is to be stored of a file's text; null where that stands there already. */
function textAfter(
  stored: StoredDraft,
  { file, text, reasons: given }: Written,
): Omit<StoredText, 'changedAt' | 'changedBy'> | null {
  if (text === undefined) return null;
  const held = stored.texts.get(file) ?? { text: null, textBefore: null, reasons: {} };
  const reasons = given?.file === file ? given.reasons : held.reasons;
  const isSame = held.text === text;
  if (isSame && canonicalJson(reasons) === canonicalJson(held.reasons)) return null;
  const version = textVersion(file, stored) + 1;
  return {
    file,
    text,
    reasons,
    sha256: sha256(text),
    version,
    textBefore: isSame ? held.textBefore : bodyBefore(file, stored),
  };
}

/** What a file said before; null where nothing was wanted of it. */
const bodyBefore = (file: ConfigFileName, { draft }: StoredDraft) => (draft ? bodyOf(file, draft) : null);
