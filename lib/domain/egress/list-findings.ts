/** What is wrong with one line of a list; lines and entries count from 1. */
export type Finding = { line: number; message: string };

/** At most so many findings are told one by one. */
const toldOneByOne = 50;

/** Findings as sentences that begin with their place, the later ones by their number alone. */
export function findingSentences(findings: readonly Finding[], unit: 'Line' | 'Entry'): string[] {
  const told = findings.slice(0, toldOneByOne).map(({ line, message }) => `${unit} ${line}: ${message}`);
  const others = findings.length - told.length;
  return others === 0 ? told : [...told, `And ${others.toLocaleString('en')} more.`];
}

/** "1 line", "3 entries". */
export function countOf(count: number, unit: 'Line' | 'Entry'): string {
  const word = unit === 'Line' ? ['line', 'lines'] : ['entry', 'entries'];
  return `${count.toLocaleString('en')} ${count === 1 ? word[0] : word[1]}`;
}
