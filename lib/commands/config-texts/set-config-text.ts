import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findConfigDraft, lastChange, toTextView } from '#lib/data/config-draft';
import { unchanged } from '#lib/domain/audit/audit-event';
import { withoutHeader } from '#lib/domain/config-text/own-header';
import { fileOfText, textNames, textView, writtenText } from '#lib/domain/config-text/text-view';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { storeText } from './store-text';

/**
 * Writes the text of a configuration file: as it is, with its comments, also where it is no TOML. The form says the
 * same from then on, as far as it has fields for it. A header written here is taken off, and lines
 * end with LF.
 */
export const setConfigText = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ name: z.enum(textNames), text: writtenText, version: seenVersion }),
  output: textView,
  async run({ ctx, tx, input: { name, text, version } }) {
    const file = fileOfText[name];
    const stored = await findConfigDraft(tx, ctx);
    const current = toTextView(file, stored);
    // A form sends every line end as CR LF, whatever stood in the file: one kind is kept.
    const bare = withoutHeader(text).replaceAll('\r\n', '\n');
    if (current.version !== version) {
      // Whoever typed the same as somebody else meanwhile has nothing to decide.
      if (current.text === bare) return ok(unchanged(current));
      return err(conflict({ ...current, ...lastChange(file, stored) }));
    }
    return ok(await storeText(ctx, tx, stored, { file, text: bare, action: 'config_text.written' }));
  },
});
