import { z } from 'zod';
import { resultOf } from './conversation';
import type { Rpc } from './rpc';
import type { World } from './world';

/** What a thread of the client may really do. */
export type Enforced = { approval: string; sandbox: string; webSearch: 'disabled' | 'cached' | 'live' };

const threadReply = z.looseObject({
  thread: z.looseObject({ id: z.string() }),
  approvalPolicy: z.unknown(),
  sandbox: z.looseObject({ type: z.string() }),
});

const sandboxNames: Readonly<Record<string, string>> = {
  readOnly: 'read-only',
  workspaceWrite: 'workspace-write',
  dangerFullAccess: 'danger-full-access',
};

const modelRequest = z.looseObject({
  tools: z.array(z.looseObject({ type: z.string(), external_web_access: z.boolean().optional() })),
});

/** Plays one turn of the thread: only the request to the model tells which web search is enforced. */
export async function playTurn(rpc: Rpc, world: World, started: unknown): Promise<Enforced> {
  const { thread, approvalPolicy, sandbox } = threadReply.parse(started);
  const input = [{ type: 'text', text: 'Say one word.', text_elements: [] }];
  resultOf(await rpc.call('turn/start', { threadId: thread.id, input }));
  await rpc.heard('turn/completed');
  const { tools } = modelRequest.parse(await world.modelRequest());
  const search = tools.find((tool) => tool.type === 'web_search');
  return {
    approval: typeof approvalPolicy === 'string' ? approvalPolicy : JSON.stringify(approvalPolicy),
    sandbox: sandboxNames[sandbox.type] ?? sandbox.type,
    webSearch: search === undefined ? 'disabled' : search.external_web_access ? 'live' : 'cached',
  };
}
