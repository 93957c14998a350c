import 'server-only';
import { z } from 'zod';
import { loadFacts } from '#lib/data/load-facts';
import { instructionsMarkdown, instructionsOf } from '#lib/domain/instructions/instructions';
import type { Document } from '#lib/domain/instructions/document';
import { renderMarkdown } from '#lib/domain/instructions/render-markdown';
import { defineQuery } from './define-query';

/** The instructions for end users as a page draws them, and as Markdown. */
export const readInstructionsDocument = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.custom<{ document: Document; markdown: string }>(),
  async run({ ctx, db }) {
    const document = instructionsOf(await loadFacts(ctx, db));
    return { document, markdown: renderMarkdown(document) };
  },
});

/** The instructions for end users, made from what is decided now. */
export const readInstructions = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ markdown: z.string(), sha256: z.string() }),
  async run({ ctx, db }) {
    const facts = await loadFacts(ctx, db);
    const markdown = instructionsMarkdown(facts);
    return { markdown, sha256: facts.digest(markdown) };
  },
});

/** The same as a file. */
export const readInstructionsFile = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ name: z.string(), text: z.string(), sha256: z.string() }),
  async run({ ctx, db }) {
    const facts = await loadFacts(ctx, db);
    const text = instructionsMarkdown(facts);
    return { name: 'instructions.md', text, sha256: facts.digest(text) };
  },
});
