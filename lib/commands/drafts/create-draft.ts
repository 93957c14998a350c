import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findDraftWorld } from '#lib/data/draft-world';
import { saveDraft } from '#lib/data/drafts';
import { changed } from '#lib/domain/audit/audit-event';
import { draftView, toDraftView, withChanges, type Draft } from '#lib/domain/drafts/draft';
import { baseOf } from '#lib/domain/drafts/draft-base';
import { ok } from '#lib/domain/result';
import { draftChanges, draftName } from './fields';

/** Begins a draft of changes to access, mostly without any yet. It changes nobody’s access. */
export const createDraft = defineCommand({
  capability: 'draft.write',
  input: z.strictObject({ name: draftName, changes: draftChanges.default([]) }),
  output: draftView,
  async run({ ctx, tx, input: { name, changes: asked } }) {
    const { workspaceId, now, actor } = ctx;
    const world = await findDraftWorld(tx, { workspaceId, changes: asked });
    const changes = withChanges({ changes: [], appliedAt: null }, asked, world);
    if (!changes.ok) return changes;
    const written = { createdAt: now, createdBy: actor.name, changedAt: now, changedBy: actor.name };
    const draft: Draft = {
      id: randomUUID(),
      name,
      changes: changes.value,
      base: baseOf(changes.value, world),
      version: 1,
      ...written,
      appliedAt: null,
      appliedBy: null,
      appliedEffect: null,
    };
    await saveDraft(tx, { workspaceId, ...draft });
    const after = toDraftView(draft);
    const subject = `draft:${draft.id}`;
    return ok(changed(after, { action: 'draft.created', subject, before: null, after }));
  },
});
