import 'server-only';
import { certifyDraft } from '#lib/commands/certificates/queue-certificates';
import { saveConfigDraft, toTextView, type StoredDraft } from '#lib/data/config-draft';
import type { Db } from '#lib/data/db';
import {
  changed,
  unchanged,
  type AuditEntry,
  type Changed,
  type Unchanged,
} from '#lib/domain/audit/audit-event';
import { sameDecisions } from '#lib/domain/config/same-decisions';
import { toConfigurationView } from '#lib/domain/config/configuration-view';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import { emptyDraft, withText, type ConfigDraft } from '#lib/domain/config-text/config-draft';
import { keptReasons } from '#lib/domain/config-text/kept-reasons';
import type { TextView } from '#lib/domain/config-text/text-view';
import type { Context } from '#lib/domain/context';
import { toLoginView } from '#lib/domain/login/login-view';

/** What a write makes of one text; `action` is its name in the audit log. */
export type NewText = {
  file: ConfigFileName;
  text: string;
  reasons?: Record<string, string>;
  action: 'config_text.written' | 'config_text.key_set' | 'config_text.put_back';
  /** The one key that is set, for whoever reads the record. */
  key?: string;
};

/**
 * Stores a text, and what it says in the form's own fields, with an audit entry for each. Where nothing was wanted
 * yet, the other files begin empty: none of them says what nobody asked for.
 */
export async function storeText(
  ctx: Context,
  tx: Db,
  stored: StoredDraft,
  { file, text, reasons, action, key }: NewText,
): Promise<Changed<TextView> | Unchanged<TextView>> {
  const before = toTextView(file, stored);
  if (stored.draft && before.text === text && reasons === undefined) return unchanged(before);
  const next = withText(stored.draft ?? { ...emptyDraft, login: stored.login.restriction }, file, text);
  const { workspaceId, actor, now } = ctx;
  const by = { workspaceId, changedAt: now, changedBy: actor.name };
  const saved = await saveConfigDraft(tx, by, stored, {
    next,
    preset: presetAfter(stored, next),
    reasons: { file, reasons: reasons ?? keptReasons(before.reasons, before.text, text) },
  });
  if (saved.texts.get(file) === stored.texts.get(file)) return unchanged(before);
  await certifyDraft(ctx, tx);
  const after = toTextView(file, saved);
  const told = key === undefined ? after : { ...after, key };
  const entry = { action, subject: `config_text:${file}`, before, after: told };
  return changed(after, entry, ...textEntries(stored, saved, file), ...formEntries(stored, saved));
}

/** The preset in force stays so while the text changes none of its decisions. */
const presetAfter = ({ configuration, draft }: StoredDraft, { decisions, byText }: ConfigDraft) =>
  draft && byText.length === 0 && sameDecisions(draft.decisions, decisions) ? configuration.preset : null;

/** Texts that changed along with something else; `besides` is the one that has an entry already. */
export function textEntries(before: StoredDraft, after: StoredDraft, besides?: ConfigFileName): AuditEntry[] {
  return configFileNames
    .filter((file) => file !== besides && before.texts.get(file) !== after.texts.get(file))
    .map((file) => ({
      action: 'config_text.followed',
      subject: `config_text:${file}`,
      before: toTextView(file, before),
      after: toTextView(file, after),
    }));
}

/** What the form says otherwise now because the text does. */
function formEntries(before: StoredDraft, after: StoredDraft): AuditEntry[] {
  const entries: AuditEntry[] = [];
  if (before.configuration !== after.configuration) {
    entries.push({
      action: 'configuration.read_from_text',
      subject: 'configuration:baseline',
      before: toConfigurationView(before.configuration),
      after: toConfigurationView(after.configuration),
    });
  }
  if (before.login !== after.login) {
    entries.push({
      action: 'login_restriction.read_from_text',
      subject: 'login_restriction:local',
      before: toLoginView(before.login),
      after: toLoginView(after.login),
    });
  }
  return entries;
}
