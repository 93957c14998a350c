import { z } from 'zod';
import { newestClient } from '#lib/catalog/config-keys/client-spans';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { sha256 } from '#lib/data/sha256';
import { decisionsSchema } from '#lib/domain/config/decisions';
import { configFileNames } from '#lib/domain/config/file-sections';
import { errorsIn, type DraftErrors } from '#lib/domain/config-text/draft-errors';
import { draftFindings } from '#lib/domain/config-text/draft-findings';
import { loginRestrictionSchema } from '#lib/domain/login/login-restriction';
import type { StoredFacts } from '#lib/domain/rollout/facts';
import type { Reducer, ReplayedEvent } from './reducer';

const configuration = z.object({ ...decisionsSchema.shape, version: z.number() });

const configured: Reducer = (facts, { after }) => {
  const { version, ...decisions } = configuration.parse(after);
  return { ...facts, configuration: { version, decisions } };
};

const configText = z.object({ file: z.enum(configFileNames), text: z.string() });

const textWritten: Reducer = (facts, { after }) => {
  const { file, text } = configText.parse(after);
  return { ...facts, configTexts: new Map(facts.configTexts).set(file, sha256(text)) };
};

const login = z.object({ ...loginRestrictionSchema.shape, version: z.number() });

const loginDecided: Reducer = (facts, { after }) => {
  const { version, ...restriction } = login.parse(after);
  return { ...facts, loginRestriction: { version, restriction } };
};

const teamConfig = z.object({ sha256: z.string(), errors: z.number(), version: z.number() });

/** What the events of Step 3 do to the facts. */
export const configurationReducers: Readonly<Record<string, Reducer>> = {
  'configuration.preset_taken': configured,
  'configuration.decided': configured,
  'configuration.read_from_text': configured,
  'config_text.written': textWritten,
  'config_text.key_set': textWritten,
  'config_text.put_back': textWritten,
  'config_text.followed': textWritten,
  'login_restriction.decided': loginDecided,
  'login_restriction.read_from_text': loginDecided,
  'team_config.saved': (facts, { after }) => ({ ...facts, teamConfig: teamConfig.parse(after) }),
};

/** The errors in the files as the last events about form and texts left them. */
export function replayErrors(
  events: readonly ReplayedEvent[],
  { configuration: { decisions }, loginRestriction }: Pick<StoredFacts, 'configuration' | 'loginRestriction'>,
): DraftErrors {
  if (!decisions) return {};
  const written = events.filter(({ action }) => action.startsWith('config_text.'));
  const texts = Object.fromEntries(
    written.map(({ after }) => configText.parse(after)).map(({ file, text }) => [file, text]),
  );
  const draft = { decisions, login: loginRestriction.restriction, byText: [], texts };
  return errorsIn(draftFindings(draft, { oldestClient: newestClient, catalogue: keyCatalogue }));
}
