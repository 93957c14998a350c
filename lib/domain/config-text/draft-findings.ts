import { checkConfig } from '#lib/domain/config-check/check-config';
import type { Finding } from '#lib/domain/config-check/finding';
import type { KeyCatalogue } from '#lib/domain/config-check/look';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import { bodyOf, type ConfigDraft } from './config-draft';
import { fileOfText, textNames, type TextName } from './text-view';

/** The texts of all three files, without headers. */
export const draftTexts = (draft: ConfigDraft): Record<ConfigFileName, string> =>
  // safe because every file's name is a key
  Object.fromEntries(configFileNames.map((file) => [file, bodyOf(file, draft)])) as Record<
    ConfigFileName,
    string
  >;

/** What to know about every file of the draft, each seen beside the others. */
export function draftFindings(
  draft: ConfigDraft,
  { oldestClient, catalogue }: { oldestClient: string; catalogue: KeyCatalogue },
): Record<TextName, readonly Finding[]> {
  const companions = draftTexts(draft);
  const found = textNames.map((name) => {
    const file = fileOfText[name];
    return [
      name,
      checkConfig({ file, text: companions[file], oldestClient, companions }, catalogue),
    ] as const;
  });
  // safe because every name is a key
  return Object.fromEntries(found) as Record<TextName, readonly Finding[]>;
}
