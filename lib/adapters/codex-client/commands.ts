import { z } from 'zod';
import type { McpServerState } from '#lib/domain/certificates/client-answer';
import { finish } from './conversation';
import type { World } from './world';

const startupAnswer = z.looseObject({ error: z.looseObject({ message: z.string() }) });

/** The client's reason for refusing the files, or null, also where it is too old to be asked this way. */
export async function askToLoad(world: World): Promise<string | null> {
  const { code, stdout, stderr } = await finish(world.start(['app-server', '--print-startup-config']));
  if (code === 0 || stderr.includes("unexpected argument '--print-startup-config'")) return null;
  const told = stdout.split('\n').find((line) => line.startsWith('{'));
  return told === undefined ? stderr : startupAnswer.parse(JSON.parse(told)).error.message;
}

const mcpList = z.array(
  z.looseObject({ name: z.string(), enabled: z.boolean(), disabled_reason: z.string().nullish() }),
);

/** The MCP servers that are configured, and which of them are switched off; none of them is started. */
export async function askMcpServers(world: World): Promise<McpServerState[]> {
  const { code, stdout, stderr } = await finish(world.start(['mcp', 'list', '--json']));
  if (code !== 0) throw new Error(stderr);
  return mcpList
    .parse(JSON.parse(stdout))
    .map(({ name, enabled, disabled_reason }) => ({ name, enabled, reason: disabled_reason ?? null }));
}
