import { beforeEach, expect, test, vi } from 'vitest';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { beginReview } from '#lib/commands/reviews/begin-review';
import type * as LoadFacts from '#lib/data/load-facts';
import { arrange } from '#test/arrange';
import { readReport } from './report';

const meanwhile = vi.hoisted(() => ({ write: (): Promise<unknown> => Promise.resolve() }));

// Somebody else writes right after the facts were read.
vi.mock('#lib/data/load-facts', async (original) => {
  const { loadFacts } = await original<typeof LoadFacts>();
  return {
    loadFacts: async (...of: Parameters<typeof loadFacts>) => {
      const facts = await loadFacts(...of);
      const { write } = meanwhile;
      meanwhile.write = () => Promise.resolve();
      await write();
      return facts;
    },
  };
});

beforeEach(() => {
  meanwhile.write = () => Promise.resolve();
});

test('a report is of one moment, also where somebody writes while it is read', async () => {
  const { ctx } = await arrange();
  await setDecision(ctx, { surfaces: 'local', version: 0 });
  meanwhile.write = async () => {
    await setDecision(ctx, { surfaces: 'both', version: 1 });
    await beginReview(ctx, {});
  };

  const first = await readReport(ctx);
  const second = await readReport(ctx);

  expect(first).toMatchObject({
    decision: { surfaces: 'local' },
    reviews: { open: null },
    record: { sequence: 1 },
  });
  expect(second).toMatchObject({
    decision: { surfaces: 'both' },
    reviews: { open: 1 },
    record: { sequence: 3 },
  });
});
