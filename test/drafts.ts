import type { Context } from '#lib/domain/context';
import { readDraftWhatIf } from '#lib/queries/drafts';

/** What applying a draft asks for, as its what-if tells it now. */
export const looked = async (ctx: Context, id: string, version = 1) => ({
  id,
  version,
  effect: (await readDraftWhatIf(ctx, { id }))?.effect,
});
