import type { Finding, Severity } from './finding';

const words: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

/** How many of each, in words: "2 errors, 1 warning"; "Nothing found" where there are none. */
export function findingSums(findings: readonly Pick<Finding, 'severity'>[]): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${String(count)} ${words[severity][count === 1 ? 0 : 1]}`];
  });
  return parts.length === 0 ? 'Nothing found' : parts.join(', ');
}
