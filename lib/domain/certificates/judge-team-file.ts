import type { KeyResult } from './certificate';
import { clientFolder, type ClientAnswer } from './client-answer';

const brokenRules = 'Error parsing rules';

/** What became of a file of rules or of a skill; nothing for a file that no client reads by itself. */
export function judgeTeamFile(file: string, answer: ClientAnswer): KeyResult[] {
  const about = (outcome: KeyResult['outcome'], message: string): KeyResult[] => [
    { file, key: '', line: null, outcome, message },
  ];
  const isRules = file.endsWith('.rules');
  if (!isRules && !file.endsWith('/SKILL.md')) return [];
  if (answer.refusal !== null) return about('not_observable', 'The client loads none of the files.');
  return isRules ? judgeRules(answer, about) : judgeSkill(`${clientFolder}${file}`, answer, about);
}

type About = (outcome: KeyResult['outcome'], message: string) => KeyResult[];

/** One broken file drops the rules of all of them. */
function judgeRules({ warnings, plain }: ClientAnswer, about: About): KeyResult[] {
  const told = warnings.find((warning) => warning.startsWith(brokenRules));
  if (told) return about('ignored', told);
  return plain
    ? about('as_intended', 'A thread starts with them, and the client finds no fault.')
    : about('not_observable', 'No thread could be started, which is when rules are read.');
}

function judgeSkill(path: string, { skills }: ClientAnswer, about: About): KeyResult[] {
  if (!skills) return about('not_observable', 'This client does not list its skills.');
  const fault = skills.faults.find((one) => one.path === path);
  if (fault) return about('refused', fault.message);
  return skills.found.includes(path)
    ? about('as_intended', 'The client lists the skill.')
    : about('ignored', 'The client does not find the skill.');
}
