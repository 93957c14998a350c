import 'server-only';
import { z } from 'zod';
import { permissions } from '#lib/catalog/permissions';
import { draftChangeInput, mostChanges, tooManyChanges } from '#lib/domain/drafts/draft-change';
import { plainText } from '#lib/domain/text';
import { seenVersion } from '#lib/domain/versioned';

/** Name of a draft. */
export const draftName = plainText({ max: 100 });

/** Changes to put into a draft. */
export const draftChanges = z
  .array(draftChangeInput(permissions))
  .max(mostChanges, { error: tooManyChanges });

/** What names a draft, and the version the caller saw. */
export const seenDraft = { id: z.uuid(), version: seenVersion };
