import 'server-only';
import { addToDraft } from '#lib/commands/drafts/add-to-draft';
import { applyDraft } from '#lib/commands/drafts/apply-draft';
import { createDraft } from '#lib/commands/drafts/create-draft';
import { discardDraft } from '#lib/commands/drafts/discard-draft';
import { renameDraft } from '#lib/commands/drafts/rename-draft';
import { takeBase } from '#lib/commands/drafts/take-base';
import { takeFromDraft } from '#lib/commands/drafts/take-from-draft';
import { readDraft, readDraftFile, readDrafts, readDraftWhatIf } from '#lib/queries/drafts';
import { whatIf, whatIfFile } from '#lib/queries/what-if';
import type { Operations } from './operation';

const gives = 'text/csv';

/** Step 2: what changes to access would do, and drafts of such changes. */
export const draftOperations = {
  '/access/what-if': {
    post: { summary: 'Who would lose, gain and leave the default by changes', of: whatIf },
  },
  '/access/what-if.csv': {
    post: { summary: 'Everybody whose access changes would meet', of: whatIfFile, gives },
  },
  '/access/drafts': {
    get: { summary: 'Every draft of changes to access', of: readDrafts },
    post: { summary: 'Begin a draft', of: createDraft },
  },
  '/access/drafts/{id}': {
    get: { summary: 'One draft, and what it rests on that has moved', of: readDraft },
    put: { summary: 'Rename a draft', of: renameDraft },
    delete: { summary: 'Discard a draft', of: discardDraft },
  },
  '/access/drafts/{id}/changes': { post: { summary: 'Put changes into a draft', of: addToDraft } },
  '/access/drafts/{id}/changes/{place}': {
    delete: { summary: 'Take a change out of a draft', of: takeFromDraft },
  },
  '/access/drafts/{id}/base': { put: { summary: 'Look at a draft again as things are now', of: takeBase } },
  '/access/drafts/{id}/application': {
    post: { summary: 'Apply a draft whose what-if told this effect', of: applyDraft },
  },
  '/access/drafts/{id}/what-if': {
    get: { summary: 'Whose access a draft would change', of: readDraftWhatIf },
  },
  '/access/drafts/{id}/what-if.csv': {
    get: { summary: 'Everybody whose access a draft would change', of: readDraftFile, gives },
  },
} as const satisfies Operations;
