import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { expectationsView, toExpectationsView } from '#lib/domain/rbac/expectations/expectation-views';
import { parseExpectationsYaml, refuseAtLines } from '#lib/domain/rbac/expectations/expectations-yaml';
import { isSameList } from '#lib/domain/rbac/expectations/read-expectations';
import { err, ok } from '#lib/domain/result';
import { isStorable } from '#lib/domain/text';
import { currentList, listOf, saveList } from './expectation-list';

const longest = 256 * 1024;

/**
 * Says all that is expected of access, in the words of a YAML file. The version that was read stands in the file,
 * or comes with it; a file that names an older one is refused.
 */
export const importExpectations = defineCommand({
  capability: 'access.write',
  input: z.strictObject({
    text: z
      .string()
      .min(1, 'Paste or choose a file first.')
      .max(longest, 'Send at most 256 KiB.')
      .refine(isStorable, 'Remove the control characters.'),
    version: z.int().min(0).optional(),
  }),
  output: expectationsView,
  async run({ ctx, tx, input: { text, version } }) {
    const before = await currentList(ctx, tx);
    const read = parseExpectationsYaml(text);
    if (!read.ok) return read;
    const seen = version ?? read.value.version;
    if (seen === null) return err(noVersion);
    if (seen !== before.version) return err(conflict(toExpectationsView(before)));
    const said = read.value.version ?? seen;
    if (said !== before.version) return err(outdated(said, before.version));

    const list = await listOf(ctx, tx, { drafts: read.value.drafts, before });
    if (!list.ok) return err(refuseAtLines(list.error.faults, read.value));
    if (isSameList(list.value, before.list)) return ok(unchanged(toExpectationsView(before)));
    return ok(await saveList(ctx, tx, { before, list: list.value, action: 'expectations.set' }));
  },
});

const versionMissing = 'Give the version you read: as version in the file, or as If-Match.';
const noVersion = {
  code: 'invalid_input' as const,
  message: versionMissing,
  fields: { version: [versionMissing] },
};

function outdated(said: number, now: number) {
  const message = `The file is of version ${said}, the list is at version ${now} by now. Compare them, then change the version in the file.`;
  return { code: 'file_outdated' as const, message, fields: { text: [message] } };
}
