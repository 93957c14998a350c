import type { Span } from './config-key';

const form = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/;

/** Whether `text` is a version of a client as its `--version` prints it, such as `0.169.0`. */
export const isClientVersion = (text: string): boolean => form.test(text);

/** Below 0 where `a` is the older client, 0 where both are one, above 0 where `a` is the newer. */
export function compareVersions(a: string, b: string): number {
  const numbersOf = (version: string) => version.split('.').map(Number);
  const [left, right] = [numbersOf(a), numbersOf(b)];
  return left.map((number, at) => number - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** Whether clients of `version` know what the span is about: not yet, no longer, or yes. */
export function standingAt(version: string, { since, until }: Span): 'not_yet' | 'known' | 'no_longer' {
  if (since !== null && compareVersions(version, since) < 0) return 'not_yet';
  return until !== null && compareVersions(version, until) >= 0 ? 'no_longer' : 'known';
}
