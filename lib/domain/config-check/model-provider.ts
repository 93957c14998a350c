import type { Found } from './finding';
import { entryAt, type Rule } from './look';
import { entryOf, textOf } from './toml-document';

const builtIn = ['openai', 'ollama', 'lmstudio', 'amazon-bedrock'];

/** A provider of models that no file defines. */
export const modelProvider: Rule = ({ document, companions }): readonly Found[] => {
  const entry = entryAt(document, 'model_provider');
  const name = textOf(entry?.node);
  if (!entry || name === null || builtIn.includes(name)) return [];
  const isDefined = [document, ...Object.values(companions)].some((file) =>
    entryOf(entryAt(file, 'model_providers')?.node ?? null, name),
  );
  if (isDefined) return [];
  return [
    {
      id: 'unknown_provider',
      severity: 'error',
      at: entry.node.at,
      key: entry.name,
      message: `No file defines the provider ${name} in model_providers, so clients do not start.`,
      fix: null,
    },
  ];
};
