import { checkRules, type Finding } from './check-rules';
import { rulesPath, type TeamConfig } from './team-config';

/** Characters of names and descriptions that Codex puts in front of a model, at most. */
const LISTED_CHARACTERS = 8000;

/** What our own look at rules and skills finds, in the order of the files. */
export function checkTeamConfig({ rules, skills }: TeamConfig): Finding[] {
  const listed = skills.reduce((sum, { name, description }) => sum + name.length + description.length, 0);
  return [
    ...checkRules(rules).map((found) => ({ file: rulesPath, ...found })),
    ...(listed > LISTED_CHARACTERS
      ? [
          {
            file: 'skills',
            line: 1,
            severity: 'warning' as const,
            message: 'Names and descriptions together are long: Codex may leave skills out of its list.',
          },
        ]
      : []),
  ];
}

/** How many findings are errors. */
export const errorsIn = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'error').length;
