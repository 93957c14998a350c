import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findConfigDraft, toTextView } from '#lib/data/config-draft';
import { fileOfText, textNames, textView } from '#lib/domain/config-text/text-view';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { storeText } from './store-text';

/** Puts back the text that a file had before the last write; doing it twice brings the newer one back. */
export const putBackConfigText = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ name: z.enum(textNames), version: seenVersion }),
  output: textView,
  async run({ ctx, tx, input: { name, version } }) {
    const file = fileOfText[name];
    const stored = await findConfigDraft(tx, ctx);
    const current = toTextView(file, stored);
    if (current.version !== version) return err(conflict(current));
    const text = stored.texts.get(file)?.textBefore ?? null;
    if (text === null) {
      return err({ code: 'nothing_before', message: 'The file had no other text before this one.' });
    }
    return ok(await storeText(ctx, tx, stored, { file, text, action: 'config_text.put_back' }));
  },
});
