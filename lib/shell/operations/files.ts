import 'server-only';
import { setLoginRestriction } from '#lib/commands/login/set-login-restriction';
import { setTeamConfig } from '#lib/commands/team-config/set-team-config';
import { checkRulesFor, compareFriction, readFriction } from '#lib/queries/exec-rules';
import { checkConfiguration } from '#lib/queries/config-check';
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
