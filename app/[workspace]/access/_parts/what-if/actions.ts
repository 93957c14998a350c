'use server';

import { addToDraft } from '#lib/commands/drafts/add-to-draft';
import { applyDraft } from '#lib/commands/drafts/apply-draft';
import { createDraft } from '#lib/commands/drafts/create-draft';
import { discardDraft } from '#lib/commands/drafts/discard-draft';
import { renameDraft } from '#lib/commands/drafts/rename-draft';
import { takeBase } from '#lib/commands/drafts/take-base';
import { takeFromDraft } from '#lib/commands/drafts/take-from-draft';
import { formInteger, toAction } from '#lib/shell/server-action';
import { addedFields } from './change-fields';

const version = formInteger;

export const createDraftAction = toAction(createDraft);
export const renameDraftAction = toAction(renameDraft, { version });
export const addToDraftAction = toAction(addToDraft, addedFields);
export const takeFromDraftAction = toAction(takeFromDraft, { version });
export const takeBaseAction = toAction(takeBase, { version });
export const discardDraftAction = toAction(discardDraft, { version });
export const applyDraftAction = toAction(applyDraft, { version });
