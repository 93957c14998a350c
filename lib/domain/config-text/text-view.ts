import { z } from 'zod';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import { mostCharacters, tooLong } from './text-size';

/** Names under which doors hand out the texts: what each file is for. */
export const textNames = ['requirements', 'managed-defaults', 'team'] as const;

/** Name of one text. */
export type TextName = (typeof textNames)[number];

/** The file of each text. */
export const fileOfText: Readonly<Record<TextName, ConfigFileName>> = {
  requirements: 'requirements.toml',
  'managed-defaults': 'managed_config.toml',
  team: 'config.toml',
};

/** The text of a configuration file as doors hand it out, without a header. */
export const textView = z.object({
  file: z.enum(configFileNames),
  text: z.string(),
  /** Rises with every write of the text, and while it follows from the form, with every write of that. */
  version: z.int(),
  /** Why keys are as they are, by dotted name. */
  reasons: z.record(z.string(), z.string()),
});

/** The text of a configuration file as doors hand it out. */
export type TextView = z.output<typeof textView>;

const noText =
  'Choose a file or paste its text. A macOS profile has to hold it as strict base64 on one line.';
const noEncoding =
  'The file is neither UTF-8 nor UTF-16 with a byte order mark. Save it as UTF-8; nothing was changed.';

/**
 * The text of a configuration file, as doors take it: any text, also a broken one; bytes that are no text come as
 * bytes (`decodedText`) and are refused.
 */
export const writtenText = z
  .string({ error: ({ input }) => (input instanceof Uint8Array ? noEncoding : noText) })
  .max(mostCharacters, tooLong)
  .refine((text) => !text.includes('\u0000'), 'This is no text: it holds a zero byte.');
