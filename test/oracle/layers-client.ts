import { z } from 'zod';
import type { Layer, Machine, TextLayer } from '#lib/domain/config-layers/layer';
import { textValues } from '#lib/domain/config-text/text-values';
import { resultOf, talkWithModel } from '#lib/adapters/codex-client/conversation';
import type { Files } from '#lib/adapters/codex-client/world';
import { inWorld } from './client';

/** Layers that can be laid down on Linux, and the file of each. */
const fileOf = {
  requirements: 'requirements',
  managed_config: 'managedConfig',
  system_config: 'systemConfig',
  user: 'userConfig',
} as const satisfies Partial<Record<TextLayer, keyof Files>>;

/** The texts that are laid down, by layer. */
export type Laid = Partial<Record<TextLayer, string>>;

/** The files of a world that holds these texts. */
export const filesOf = (laid: Laid): Files => ({
  ...Object.fromEntries(
    Object.entries(fileOf).flatMap(([layer, file]) => {
      const text = laid[layer as TextLayer];
      return text === undefined ? [] : [[file, text]];
    }),
  ),
  ...(laid.project === undefined ? {} : { repository: { '.codex/config.toml': laid.project } }),
});

/** The same machine for the pure function: Linux, and a client of today. */
export const machineOf = (laid: Laid): Machine => ({
  system: 'linux',
  era: 'since',
  trusted: laid.project !== undefined,
  values: Object.fromEntries(Object.entries(laid).map(([layer, text]) => [layer, textValues(text) ?? {}])),
});

const layerOf: Readonly<Record<string, Layer>> = {
  legacyManagedConfigTomlFromFile: 'managed_config',
  project: 'project',
  user: 'user',
  system: 'system_config',
};

const read = z.looseObject({
  config: z.record(z.string(), z.unknown()),
  origins: z.record(z.string(), z.looseObject({ name: z.looseObject({ type: z.string() }) })),
});
const required = z.looseObject({ requirements: z.record(z.string(), z.unknown()).nullable() });
const thread = z.looseObject({
  thread: z.looseObject({ id: z.string() }),
  approvalPolicy: z.unknown(),
  approvalsReviewer: z.string(),
  sandbox: z.looseObject({ type: z.string() }),
});
const modelRequest = z.looseObject({
  tools: z.array(
    z.looseObject({
      type: z.string(),
      external_web_access: z.boolean().optional(),
      indexed_web_access: z.boolean().optional(),
    }),
  ),
});

const sandboxNames: Readonly<Record<string, string>> = {
  readOnly: 'read-only',
  workspaceWrite: 'workspace-write',
  dangerFullAccess: 'danger-full-access',
};

/** What the client says of the files: what it read, from where, and what a thread gets; or why it starts none. */
export async function askLayers(laid: Laid) {
  return inWorld(filesOf(laid), async (world) => {
    const rpc = await talkWithModel(world);
    const reply = await rpc.call('config/read', { includeLayers: true, cwd: world.work });
    if ('error' in reply) return { refused: reply.error.message };
    const { config, origins } = read.parse(reply.result);
    const { requirements } = required.parse(resultOf(await rpc.call('configRequirements/read')));
    const started = await rpc.call('thread/start', { cwd: world.work });
    if ('error' in started) return { refused: started.error.message };
    const held = thread.parse(started.result);
    const input = [{ type: 'text', text: 'Say one word.', text_elements: [] }];
    resultOf(await rpc.call('turn/start', { threadId: held.thread.id, input }));
    await rpc.heard('turn/completed');
    const { tools } = modelRequest.parse(await world.takeModelRequest());
    return {
      refused: null,
      config,
      requirements: requirements ?? {},
      origins: new Map(
        Object.entries(origins).map(([key, { name }]) => [key, layerOf[name.type] ?? name.type]),
      ),
      enforced: {
        approval_policy: held.approvalPolicy,
        approvals_reviewer: held.approvalsReviewer,
        sandbox_mode: sandboxNames[held.sandbox.type] ?? held.sandbox.type,
        web_search: searchIn(tools),
      },
    };
  });
}

function searchIn(tools: z.output<typeof modelRequest>['tools']): string {
  const search = tools.find(({ type }) => type === 'web_search');
  if (!search) return 'disabled';
  if (search.indexed_web_access) return 'indexed';
  return search.external_web_access ? 'live' : 'cached';
}

/** What the client says of files that it loads. */
export type Told = Exclude<Awaited<ReturnType<typeof askLayers>>, { refused: string }>;
