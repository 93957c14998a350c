import { z } from 'zod';
import type { ClientAnswer, SeenThread, TriedServer } from '#lib/domain/certificates/client-answer';
import type { VersionFile } from '#lib/domain/config-versions/config-version';
import { askMcpServers, askToLoad } from './commands';
import { greet, oracle, resultOf, talkWithModel, textOf, WAIT_LIMIT_MS } from './conversation';
import { playTurn, seenThread } from './enforced';
import { openRpc, type Rpc } from './rpc';
import { ignoredIn, warningsIn } from './warnings';
import { makeWorld, type Files, type Reach, type World } from './world';

/** Files to ask about: all of them, the same without the programs that a thread would start, and MCP servers to try. */
export type Question = {
  files: readonly VersionFile[];
  withoutPrograms: readonly VersionFile[];
  servers: readonly TriedServer[];
};

/**
 * Gives the files to the client, in worlds of its own without a network, and says what it made of them: whether it
 * loads them, what it warns of, what it shows, what a thread may do for a user who asks for nothing and for one who asks
 * for the most, which MCP servers stay on. No MCP server and no hook is started. Rejects where the client cannot be asked at all;
 * files that it refuses are an answer.
 */
export async function askClient(
  reach: Reach,
  { files, withoutPrograms, servers }: Question,
): Promise<ClientAnswer> {
  const codexFolder = byPath(files);
  const refusal = await inWorld(reach, { codexFolder }, askToLoad);
  if (refusal !== null) return refused(refusal);
  const loaded = await inWorld(reach, { codexFolder }, askAtStart).catch(asRefusal);
  if ('refusal' in loaded) return refused(loaded.refusal);
  const threads = await inWorld(reach, { codexFolder: byPath(withoutPrograms) }, askThreads).catch(asRefusal);
  if ('refusal' in threads) return refused(threads.refusal);
  const mcpServers = await inWorld(
    reach,
    { codexFolder, userConfig: servers.map(configOf).join('') },
    askMcpServers,
  ).catch(() => null);
  const warnings = [...new Set([...loaded.warnings, ...threads.warnings])];
  return { refusal: null, ...loaded, ...threads, mcpServers, warnings, ignored: ignoredIn(warnings) };
}

const byPath = (files: readonly VersionFile[]) =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

/** The client ends, or answers with an error, where it refuses the files; what takes too long is no answer. */
function asRefusal(error: unknown): { refusal: string } {
  const said = textOf(error);
  if (/ in time$|\(\d+ ms\)$/.test(said)) throw error;
  return { refusal: said };
}

const refused = (refusal: string): ClientAnswer => ({
  ...{ refusal, warnings: [], ignored: [], requirements: null, config: null },
  ...{ plain: null, asking: null, mcpServers: null, profiles: null, skills: null },
});

async function inWorld<T>(reach: Reach, files: Files, ask: (world: World) => Promise<T>): Promise<T> {
  const world = await makeWorld(reach, files);
  try {
    return await ask(world);
  } finally {
    await world.remove();
  }
}

function configOf(server: TriedServer): string {
  const [field, value] = 'command' in server ? ['command', server.command] : ['url', server.url];
  return `[mcp_servers.${JSON.stringify(server.name)}]\n${field} = ${JSON.stringify(value)}\n`;
}

const fields = z.record(z.string(), z.unknown());
const requirementsReply = z.looseObject({ requirements: fields.nullable() });
const configReply = z.looseObject({ config: fields });
const profilesReply = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), allowed: z.boolean().optional() })),
});
const skillsReply = z.looseObject({
  data: z.array(
    z.looseObject({
      skills: z.array(z.looseObject({ path: z.string() })),
      errors: z.array(z.looseObject({ path: z.string(), message: z.string() })),
    }),
  ),
});

/** What a client says before any thread; an older one does not know every question. */
async function askAtStart(world: World) {
  const rpc = openRpc(world.start(['app-server']), WAIT_LIMIT_MS);
  await greet(rpc);
  const requirements = await ask(rpc, 'configRequirements/read', undefined, requirementsReply);
  const config = await ask(rpc, 'config/read', { includeLayers: false }, configReply);
  const profiles = await ask(rpc, 'permissionProfile/list', {}, profilesReply);
  const skills = await ask(rpc, 'skills/list', { cwds: [world.work], forceReload: true }, skillsReply);
  return {
    requirements: requirements && (requirements.requirements ?? {}),
    config: config && config.config,
    profiles: profiles && profiles.data.map(({ id }) => id),
    skills: skills && {
      found: skills.data.flatMap((one) => one.skills.map(({ path }) => path)),
      faults: skills.data.flatMap((one) => one.errors.map(({ path, message }) => ({ path, message }))),
    },
    warnings: warningsIn(rpc.notifications),
  };
}

/** The answer to a question; null where this client does not know it. */
async function ask<T>(rpc: Rpc, method: string, params: unknown, form: z.ZodType<T>): Promise<T | null> {
  const reply = await rpc.call(method, params);
  return 'error' in reply ? null : form.parse(reply.result);
}

const theMost = {
  approvalPolicy: 'never',
  sandbox: 'danger-full-access',
  config: { web_search: 'live' },
};

/** What threads may do: of a user who asks for nothing, then of one who asks for the most. */
async function askThreads(world: World) {
  const rpc = await talkWithModel(world);
  const plain = await withTurn(rpc, world, resultOf(await rpc.call('thread/start', {})));
  const warnings = warningsIn(rpc.notifications);
  const more = await rpc.call('thread/start', theMost);
  const asking = 'error' in more ? null : await withTurn(rpc, world, more.result);
  return { plain, asking, warnings };
}

const provider = z.looseObject({ modelProvider: z.string().optional() });

/** A thread with what its request to the model shows; without, where another model is prescribed. */
async function withTurn(rpc: Rpc, world: World, started: unknown): Promise<SeenThread> {
  const { id, ...seen } = seenThread(started);
  const isOurs = (provider.parse(started).modelProvider ?? oracle) === oracle;
  return isOurs ? { ...seen, webSearch: await playTurn(rpc, world, id) } : seen;
}
