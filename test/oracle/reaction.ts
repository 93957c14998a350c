import { z } from 'zod';
import { greet, resultOf, WAIT_LIMIT_MS } from '#lib/adapters/codex-client/conversation';
import { openRpc } from '#lib/adapters/codex-client/rpc';
import { ignoredIn, warningsIn } from '#lib/adapters/codex-client/warnings';
import type { Files } from '#lib/adapters/codex-client/world';
import { inWorld } from './client';

/** What the client made of files without starting a thread. */
export type Reaction = {
  /** Why it did not load them; null where it did. */
  refused: string | null;
  warnings: readonly string[];
  /** Dotted keys that it says it ignores, the first three. */
  ignored: readonly string[];
  /** Requirements in force, by the client's own names; what is not required is left out. */
  requirements: Readonly<Record<string, unknown>>;
  /** The merged configuration. */
  config: Readonly<Record<string, unknown>>;
};

const requirementsReply = z.looseObject({ requirements: z.record(z.string(), z.unknown()).nullable() });
const configReply = z.looseObject({ config: z.record(z.string(), z.unknown()) });

/** Gives the files to the real client, in a world of its own, and says what it made of them at its start. */
export function askReaction(files: Files): Promise<Reaction> {
  return inWorld(files, async (world) => {
    const rpc = openRpc(world.start(['app-server']), WAIT_LIMIT_MS);
    try {
      await greet(rpc);
      const { requirements } = requirementsReply.parse(resultOf(await rpc.call('configRequirements/read')));
      const { config } = configReply.parse(resultOf(await rpc.call('config/read', { includeLayers: false })));
      const warnings = warningsIn(rpc.notifications);
      const ignored = ignoredIn(warnings).map(({ key }) => key);
      return { refused: null, warnings, ignored, requirements: set(requirements ?? {}), config: set(config) };
    } catch (error) {
      const refused = error instanceof Error ? error.message : String(error);
      return { refused, warnings: [], ignored: [], requirements: {}, config: {} };
    }
  });
}

const set = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** Runs `ask` for each of `cases`, a few at a time, and gives what it said of them in their order. */
export async function askAll<C, T>(cases: readonly C[], ask: (one: C) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < cases.length; at = next++) {
      const one = cases[at];
      if (one !== undefined) answers[at] = await ask(one);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return answers;
}
