import type { Finding } from '#lib/domain/config-check/finding';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import { fileOfText, textNames, type TextName } from './text-view';

/** Errors of one file: how many, and where and what the first is. */
export type FileErrors = { count: number; line: number; message: string };

/** What clients would refuse, replace or ignore, by file; a file without errors is not in it. */
export type DraftErrors = Readonly<Partial<Record<ConfigFileName, FileErrors>>>;

/** The errors among what was found in the three files. */
export function errorsIn(found: Readonly<Record<TextName, readonly Finding[]>>): DraftErrors {
  const entries = textNames.flatMap((name) => {
    const errors = found[name].filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (!first) return [];
    return [[fileOfText[name], { count: errors.length, line: first.line, message: first.message }] as const];
  });
  return Object.fromEntries(entries);
}

/** One sentence on the errors of `files`, beginning with the first file that has any; null where none has. */
export function tellErrors(
  errors: DraftErrors,
  files: readonly ConfigFileName[] = configFileNames,
): string | null {
  for (const file of files) {
    const held = errors[file];
    if (!held) continue;
    const count = held.count === 1 ? 'an error' : `${held.count} errors, the first`;
    return `${file} holds ${count} on line ${held.line}: ${held.message}`;
  }
  return null;
}
