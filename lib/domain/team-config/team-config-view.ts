import { z } from 'zod';
import { checkTeamConfig, errorsIn } from './check-team-config';
import { rulesText, skillList, teamConfigText, type TeamConfig } from './team-config';

const finding = z.object({
  file: z.string(),
  line: z.int(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
});

/** Rules and skills as doors hand them out; version 0 and starter content until somebody saved. */
export const teamConfigView = z.object({
  rules: rulesText,
  skills: skillList,
  /** SHA-256 over the rules and skills as canonical JSON. */
  sha256: z.string(),
  findings: z.array(finding),
  /** How many findings are errors. */
  errors: z.int(),
  version: z.int(),
});

/** Rules and skills as doors hand them out. */
export type TeamConfigView = z.infer<typeof teamConfigView>;

/** The view of a Team Config; `sha256` gives the sum of a text in hex. */
export function toTeamConfigView(
  { rules, skills, version }: TeamConfig & { version: number },
  sha256: (text: string) => string,
): TeamConfigView {
  const findings = checkTeamConfig({ rules, skills });
  const sum = sha256(teamConfigText({ rules, skills }));
  return { rules, skills: [...skills], sha256: sum, findings, errors: errorsIn(findings), version };
}
