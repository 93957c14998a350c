import { z } from 'zod';
import {
  finish,
  greet,
  resultOf,
  talkWithModel,
  textOf,
  WAIT_LIMIT_MS,
} from '#lib/adapters/codex-client/conversation';
import { askMcpServers, askToLoad } from '#lib/adapters/codex-client/commands';
import { playTurn, seenThread } from '#lib/adapters/codex-client/enforced';
import { findIsolation } from '#lib/adapters/codex-client/isolation';
import { openRpc, type Rpc } from '#lib/adapters/codex-client/rpc';
import { ignoredIn, warningsIn } from '#lib/adapters/codex-client/warnings';
import {
  makeWorld,
  removeLeftWorlds,
  type Content,
  type Files,
  type Reach,
  type World,
} from '#lib/adapters/codex-client/world';
import type { SeenThread } from '#lib/domain/certificates/client-answer';
import { refused, type Answer } from './answer';
import { cacheFolder, installClient, leftoverAgeMs, olderVersion } from './install';

let reach: Promise<Reach> | undefined;

/** Makes the client ready, once: finds out how to isolate it, installs it where it is missing. */
function reachClient(): Promise<Reach> {
  reach ??= findReach();
  return reach;
}

/** Whether a machine without the client is a failure: REQUIRE_CODEX=1 says so. */
export const clientRequired = process.env.REQUIRE_CODEX === '1';

/** Why the client cannot be asked here, or null where it can. */
export async function whyNot(): Promise<string | null> {
  try {
    await reachClient();
    return null;
  } catch (error) {
    return textOf(error);
  }
}

/** Why the older client cannot be asked here, or null where it can. */
export const whyNotOlder = (): Promise<string | null> => installClient(olderVersion).then(() => null, textOf);

async function findReach(): Promise<Reach> {
  const isolation = await findIsolation();
  const binary = await installClient();
  const worlds = cacheFolder();
  await removeLeftWorlds(worlds, leftoverAgeMs);
  return { binary, isolation, worlds };
}

/**
 * Gives the files to the real client, in a world of its own without a network, and says what it made of
 * them. Starts a thread as a user would and plays one turn against a model that only listens. Rejects
 * where the client cannot be asked at all; files that it refuses are an answer.
 */
export async function askClient(files: Files): Promise<Answer> {
  const world = await makeWorld(await reachClient(), files);
  try {
    const refusal = await askToLoad(world);
    if (refusal !== null) return refused(refusal);
    return { ...(await askServer(world)), mcpServers: await askMcpServers(world) };
  } catch (error) {
    return refused(textOf(error));
  } finally {
    await world.remove();
  }
}

/** Runs `ask` in a world of its own with these files. */
export async function inWorld<T>(files: Files, ask: (world: World) => Promise<T>): Promise<T> {
  const world = await makeWorld(await reachClient(), files);
  try {
    return await ask(world);
  } finally {
    await world.remove();
  }
}

const decided = z.looseObject({ decision: z.enum(['allow', 'prompt', 'forbidden']).optional() });

/**
 * What the rules decide for each command: `allow`, `prompt`, `forbidden`, or null where none matches. Rejects
 * with the client's words where it refuses the rules.
 */
export function askRules(
  rules: Content,
  commands: readonly (readonly string[])[],
): Promise<(string | null)[]> {
  return inWorld({ codexFolder: { 'rules/default.rules': rules } }, async (world) => {
    const answers: (string | null)[] = [];
    for (const command of commands) {
      const check = ['execpolicy', 'check', '--rules', '/etc/codex/rules/default.rules', '--', ...command];
      const { code, stdout, stderr } = await finish(world.start(check));
      if (code !== 0) throw new Error(stderr);
      answers.push(decided.parse(JSON.parse(stdout)).decision ?? null);
    }
    return answers;
  });
}

const skillsReply = z.looseObject({
  data: z.array(
    z.looseObject({
      skills: z.array(z.looseObject({ name: z.string(), description: z.string(), scope: z.string() })),
      errors: z.array(z.looseObject({ path: z.string(), message: z.string() })),
    }),
  ),
});

/** The skills that the client finds besides its own, and what it refuses. */
export function askSkills(files: Files) {
  return inWorld(files, async (world) => {
    const rpc = openRpc(world.start(['app-server']), WAIT_LIMIT_MS);
    await greet(rpc);
    const params = { cwds: [world.work], forceReload: true };
    const { data } = skillsReply.parse(resultOf(await rpc.call('skills/list', params)));
    const found = data.flatMap(({ skills }) => skills).filter(({ scope }) => scope !== 'system');
    return {
      skills: found.map(({ name, description, scope }) => ({ name, description, scope })),
      errors: data.flatMap(({ errors }) => errors).map(({ message }) => message),
    };
  });
}

/** What the client answers to a sign-in by each method: null where it would go on with it. */
export function askLogin(files: Files): Promise<{ apiKey: string | null; chatgpt: string | null }> {
  return inWorld(files, async (world) => {
    const rpc = openRpc(world.start(['app-server']), WAIT_LIMIT_MS);
    await greet(rpc);
    const ask = async (params: { type: string; apiKey?: string }) => {
      const reply = await rpc.call('account/login/start', params);
      return 'error' in reply ? reply.error.message : null;
    };
    const chatgpt = await ask({ type: 'chatgpt' });
    return { chatgpt, apiKey: await ask({ type: 'apiKey', apiKey: 'sk-none' }) };
  });
}

const requirementsReply = z.looseObject({ requirements: z.record(z.string(), z.unknown()).nullable() });
const configReply = z.looseObject({ config: z.record(z.string(), z.unknown()) });
async function askServer(world: World): Promise<Answer> {
  const rpc = await talkWithModel(world);
  const { requirements } = requirementsReply.parse(resultOf(await rpc.call('configRequirements/read')));
  const { config } = configReply.parse(resultOf(await rpc.call('config/read', { includeLayers: false })));
  const started = await rpc.call('thread/start', {});
  const enforced = 'error' in started ? null : await enforcedIn(rpc, world, started.result);
  const warnings = warningsIn(rpc.notifications);
  return {
    ok: enforced !== null,
    error: 'error' in started ? started.error.message : null,
    warnings,
    ignored: ignoredIn(warnings),
    requirements: Object.fromEntries(
      Object.entries(requirements ?? {}).filter(([, value]) => value !== null),
    ),
    config,
    enforced,
    mcpServers: [],
  };
}

async function enforcedIn(rpc: Rpc, world: World, started: unknown): Promise<SeenThread> {
  const { id, ...seen } = seenThread(started);
  return { ...seen, webSearch: await playTurn(rpc, world, id) };
}
