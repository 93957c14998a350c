import { changeWords, type HelpOf } from './change-words';
import { isPolicyPath } from '#lib/domain/config-policies/policy-files';
import { withoutHeader } from '#lib/domain/config-text/own-header';
import { differentLines, type DifferenceLine } from '#lib/domain/line-difference';
import { configValues } from './config-values';
import type { VersionFile } from './config-version';

/** How one file of a version differs from the same file of another. */
export type FileDifference = {
  path: string;
  kind: 'added' | 'removed' | 'changed';
  /** What it means, where that can be told from its values. */
  words: string[];
  /** Parts of the text that differ, each with a few lines around it. */
  parts: DifferenceLine[][];
};

/** What a key of a file does, in one sentence; null where nobody knows it. */
export type HelpOfFile = (path: string, key: string) => string | null;

/**
 * How the files of `after` differ from those of `before`, file by file; files that are the same are left out, and so
 * are headers, which name the sum of a file and say nothing of their own. Policies are compared by `comparePolicies`.
 */
export function compareVersions(
  before: readonly VersionFile[],
  after: readonly VersionFile[],
  helpOf: HelpOfFile,
): FileDifference[] {
  const all = [...new Set([...after, ...before].map(({ path }) => path))];
  const paths = all.filter((path) => !isPolicyPath(path));
  const [was, is] = [before, after].map((files) => new Map(files.map((file) => [file.path, file.text])));
  return paths.flatMap(
    (path) =>
      compareFile(path, { before: was?.get(path), after: is?.get(path) }, (key) => helpOf(path, key)) ?? [],
  );
}

type Texts = { before: string | undefined; after: string | undefined };

function compareFile(path: string, { before, after }: Texts, helpOf: HelpOf): FileDifference | null {
  const [old, now] = [withoutHeader(before ?? ''), withoutHeader(after ?? '')];
  if (before !== undefined && after !== undefined && old === now) return null;
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const { words, parts } = compareTexts(old, now, helpOf);
  return { path, kind, words: path.endsWith('.toml') ? words : [], parts };
}

/** How two texts without headers differ: what it means, where both are TOML, and line by line. */
export const compareTexts = (before: string, after: string, helpOf: HelpOf) => ({
  words: wordsOf(before, after, helpOf),
  parts: differentLines(before, after),
});

function wordsOf(before: string, after: string, helpOf: HelpOf): string[] {
  const [was, is] = [configValues(before), configValues(after)];
  return was && is ? changeWords(was, is, helpOf) : [];
}
