import 'server-only';
import { acceptConfigFinding } from '#lib/commands/config-texts/accept-config-finding';
import { putBackConfigText } from '#lib/commands/config-texts/put-back-config-text';
import { setConfigKey } from '#lib/commands/config-texts/set-config-key';
import { setConfigText } from '#lib/commands/config-texts/set-config-text';
import { setLoginRestriction } from '#lib/commands/login/set-login-restriction';
import { setTeamConfig } from '#lib/commands/team-config/set-team-config';
import { checkRulesFor, compareFriction, readFriction } from '#lib/queries/exec-rules';
import { checkConfiguration } from '#lib/queries/config-check';
import { readConfigKeys } from '#lib/queries/config-keys';
import { readConfigTextFile } from '#lib/queries/config-texts';
import { readLoginRestriction } from '#lib/queries/login-restriction';
import { readTeamConfig, readTeamConfigZip } from '#lib/queries/team-config';
import type { Operations } from './operation';

/** Step 3 beside the baseline: how local clients may sign in, and the Team Config. */
export const filesOperations = {
  '/login-restriction': {
    get: { summary: 'How local clients may sign in', of: readLoginRestriction },
    put: { summary: 'Decide how local clients may sign in', of: setLoginRestriction },
  },
  '/configuration/team-config': {
    get: { summary: 'Rules and skills', of: readTeamConfig },
    put: { summary: 'Save rules and skills, or a part of them', of: setTeamConfig },
  },
  '/configuration/rules/check': {
    post: { summary: 'What a rules file decides for a command', of: checkRulesFor },
  },
  '/configuration/rules/friction': {
    get: { summary: 'What the rules mean for everyday commands', of: readFriction },
    post: { summary: 'What other rules would mean for everyday commands', of: compareFriction },
  },
  '/configuration/{name}': {
    get: { summary: 'The text of a configuration file, as JSON or as TOML', of: readConfigTextFile },
    put: { summary: 'Write the text of a configuration file: JSON, or the file as TOML', of: setConfigText },
  },
  '/configuration/{name}/keys': {
    get: { summary: 'The keys that a configuration file sets, and those it could', of: readConfigKeys },
    put: { summary: 'Set one key of a configuration file, or take it away', of: setConfigKey },
  },
  '/configuration/{name}/previous': {
    post: { summary: 'Put back the text before the last write', of: putBackConfigText },
  },
  '/configuration/{name}/accepted-findings': {
    post: { summary: 'Accept a warning about a configuration file until a day', of: acceptConfigFinding },
  },
  '/configuration/check': {
    post: {
      summary: 'What to know about the text of a configuration file, before a client reads it',
      of: checkConfiguration,
      takesToml: true,
    },
  },
  '/configuration/files/team-config.zip': {
    get: {
      summary: 'config.toml, rules and skills in one archive',
      of: readTeamConfigZip,
      gives: 'application/zip',
    },
  },
} as const satisfies Operations;
