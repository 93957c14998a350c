import 'server-only';
import { z } from 'zod';
import { findDraftWorld } from '#lib/data/draft-world';
import { findDraft, listDrafts } from '#lib/data/drafts';
import { draftStanding, draftSummary, toDraftView } from '#lib/domain/drafts/draft';
import { movedSince } from '#lib/domain/drafts/draft-base';
import { differenceLists } from '#lib/domain/rbac/everyone/changed-people';
import { accessDifference } from '#lib/data/access-difference';
import { effectMarkOf } from '#lib/data/draft-effect';
import { effectMark } from '#lib/domain/drafts/draft-effect';
import { csvFile } from './csv-file';
import { defineQuery } from './define-query';
import { fileOf, listCursors, whatIfLists, whatIfView } from './what-if-lists';

/** Most drafts of a list; older ones are found by their address. */
const mostDrafts = 200;

/** Every draft of changes to access, with how many it holds: those not applied first, then the newest. */
export const readDrafts = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ drafts: z.array(draftSummary) }),
  run: async ({ ctx: { workspaceId }, db }) => ({
    drafts: await listDrafts(db, { workspaceId, limit: mostDrafts }),
  }),
});

/** One draft, and what it rests on that has moved since somebody last looked. */
export const readDraft = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: z.uuid() }),
  output: draftStanding,
  async run({ ctx, db, input: { id } }) {
    const { workspaceId } = ctx;
    const draft = await findDraft(db, { workspaceId, id });
    if (!draft) return null;
    if (draft.appliedAt) return { ...toDraftView(draft), moved: [] };
    const world = await findDraftWorld(db, { workspaceId, changes: draft.changes });
    return { ...toDraftView(draft), moved: movedSince(draft.base, world) };
  },
});

/** Who would lose, gain and leave the workspace defaults by a draft; `effect` is what applying it asks for. */
export const readDraftWhatIf = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: z.uuid(), ...listCursors }),
  output: whatIfView.extend({ effect: effectMark }),
  async run({ ctx, db, input: { id, ...cursors } }) {
    const { workspaceId } = ctx;
    const draft = await findDraft(db, { workspaceId, id });
    if (!draft) return null;
    const { changes } = draft;
    const compared = await accessDifference(db, { workspaceId, changes });
    return { ...whatIfLists(compared, changes, cursors), effect: effectMarkOf(compared) };
  },
});

/** Everybody whose access a draft would change, or one of its lists, as a file. */
export const readDraftFile = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: z.uuid(), list: z.enum(differenceLists).optional() }),
  output: csvFile,
  async run({ ctx, db, input: { id, list } }) {
    const { workspaceId } = ctx;
    const draft = await findDraft(db, { workspaceId, id });
    if (!draft) return null;
    const { changes } = draft;
    return fileOf(await accessDifference(db, { workspaceId, changes }), changes, list);
  },
});
