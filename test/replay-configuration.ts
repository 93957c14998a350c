import { z } from 'zod';
import { sha256 } from '#lib/data/sha256';
import { decisionsSchema } from '#lib/domain/config/decisions';
import { configFileNames } from '#lib/domain/config/file-sections';
import { loginRestrictionSchema } from '#lib/domain/login/login-restriction';
import type { Reducer } from './reducer';

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
