import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findConfigDraft, toTextView } from '#lib/data/config-draft';
import { findDraftFindings } from '#lib/data/draft-findings';
import { applyFix } from '#lib/domain/config-check/apply-fix';
import { fileOfText, textNames, textView } from '#lib/domain/config-text/text-view';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { storeText } from './store-text';

const nothingToFix = {
  code: 'nothing_to_fix',
  message: 'There is nothing of the kind in the file as it is now, or only a person can mend it.',
} as const;

/** Changes the text of a configuration file as a finding proposes: the one of this kind at this place. */
export const fixConfigFinding = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({
    name: z.enum(textNames),
    id: z.string().max(100),
    line: z.int().min(1),
    column: z.int().min(1),
    version: seenVersion,
  }),
  output: textView,
  async run({ ctx, tx, input: { name, id, line, column, version } }) {
    const file = fileOfText[name];
    const stored = await findConfigDraft(tx, ctx);
    const current = toTextView(file, stored);
    if (current.version !== version) return err(conflict(current));
    if (!stored.draft) return err(nothingToFix);
    const { workspaceId } = ctx;
    const found = await findDraftFindings(tx, { workspaceId, draft: stored.draft });
    const fix = found[name].find((one) => one.id === id && one.line === line && one.column === column)?.fix;
    if (!fix) return err(nothingToFix);
    const text = applyFix(current.text, fix);
    return ok(await storeText(ctx, tx, stored, { file, text, action: 'config_text.written' }));
  },
});
