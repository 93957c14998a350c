import 'server-only';
import { z } from 'zod';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { saveTokenFetch } from '#lib/data/token-fetches';
import { ok } from '#lib/domain/result';

/** Notes that a file of a release was fetched with the token that calls; nothing where none does. */
export const recordFetch = definePersonalCommand({
  input: z.strictObject({ release: z.int(), file: z.string() }),
  async run({ ctx: { tokenId, now }, tx, input }) {
    if (tokenId !== undefined) await saveTokenFetch(tx, { ...input, tokenId, now });
    return ok(null);
  },
});
