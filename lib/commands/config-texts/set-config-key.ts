import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findConfigDraft, toTextView } from '#lib/data/config-draft';
import { dottedName } from '#lib/domain/config-text/key-rows';
import { setKey } from '#lib/domain/config-text/set-key';
import { fileOfText, textNames, textView } from '#lib/domain/config-text/text-view';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { multilineText } from '#lib/domain/text';
import { seenVersion } from '#lib/domain/versioned';
import { storeText } from './store-text';

const key = z.array(z.string().min(1).max(200)).min(1, 'Name the key.').max(20, 'Name up to 20 parts.');

/**
 * Sets one key of a configuration file, or takes it away, and keeps the reason. `key` is its dotted name part by
 * part, `toml` the value as TOML writes it, null to take the key away. The rest of the text stays as it is written.
 */
export const setConfigKey = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({
    name: z.enum(textNames),
    key,
    toml: z.string().max(20_000, 'Use up to 20,000 characters.').nullable(),
    reason: multilineText({ min: 0, max: 1000 }).default(''),
    version: seenVersion,
  }),
  output: textView,
  async run({ ctx, tx, input: { name, key: path, toml, reason, version } }) {
    const file = fileOfText[name];
    const stored = await findConfigDraft(tx, ctx);
    const current = toTextView(file, stored);
    if (current.version !== version) return err(conflict(current));
    const edited = setKey(current.text, path, toml?.replaceAll('\r\n', '\n') ?? null);
    if (!edited.ok) return edited;
    const dotted = dottedName(path);
    const { [dotted]: _before, ...others } = current.reasons;
    const reasons = toml === null || reason === '' ? others : { ...others, [dotted]: reason };
    const written = {
      file,
      text: edited.value,
      reasons,
      action: 'config_text.key_set',
      key: dotted,
    } as const;
    return ok(await storeText(ctx, tx, stored, written));
  },
});
