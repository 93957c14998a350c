import { z } from 'zod';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import type { ConfigDraft } from './config-draft';
import { decisionPlaces, formParts } from './decision-places';
import { textValues, valueAt } from './text-values';

/** A part of the form that a text decides: which text, and why the form cannot say it. */
export const leftToText = z.object({
  part: z.enum(formParts),
  file: z.enum(configFileNames),
  /** The text is no TOML, says nothing of the part, or says it in a way the form has no field for. */
  why: z.enum(['not_readable', 'silent', 'otherwise']),
});

/** A part of the form that a text decides: which text, and why the form cannot say it. */
export type LeftToText = z.output<typeof leftToText>;

/** The parts that texts decide, each with the text to look into. */
export function leftToTexts({ byText, texts }: Pick<ConfigDraft, 'byText' | 'texts'>): LeftToText[] {
  return byText.flatMap((part): LeftToText[] => {
    const places = decisionPlaces[part].filter(({ file }) => isOwn(file, texts));
    const [first] = places;
    if (!first) return [];
    const said = (file: ConfigFileName) => textValues(texts[file] ?? '');
    const broken = places.find(({ file }) => !said(file));
    if (broken) return [{ part, file: broken.file, why: 'not_readable' }];
    const spoken = places.find(({ file, path }) => valueAt(said(file), path) !== undefined);
    return [{ part, file: (spoken ?? first).file, why: spoken ? 'otherwise' : 'silent' }];
  });
}

/** Whether the form reads a part out of this file: config.toml only follows it. */
const isOwn = (file: ConfigFileName, texts: ConfigDraft['texts']) =>
  file !== 'config.toml' && texts[file] !== undefined;
