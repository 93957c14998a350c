import { z } from 'zod';
import type { Enforced, SeenThread } from '#lib/domain/certificates/client-answer';
import { resultOf } from './conversation';
import type { Notification, Rpc } from './rpc';
import type { World } from './world';

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

/** What the client says of a thread that it started. */
export function seenThread(started: unknown): SeenThread & { id: string } {
  const { thread, approvalPolicy, sandbox } = threadReply.parse(started);
  return {
    id: thread.id,
    approval: typeof approvalPolicy === 'string' ? approvalPolicy : JSON.stringify(approvalPolicy),
    sandbox: sandboxNames[sandbox.type] ?? sandbox.type,
    webSearch: null,
  };
}

/**
 * Plays one turn of the thread: only the request to the model tells which web search is enforced. Null where no request
 * reaches the model, because the files leave no way to it.
 */
export async function playTurn(rpc: Rpc, world: World, id: string): Promise<Enforced['webSearch'] | null> {
  const isEnd = ({ method }: Notification) => method === 'turn/completed';
  const input = [{ type: 'text', text: 'Say one word.', text_elements: [] }];
  const played = rpc.notifications.filter(isEnd).length;
  resultOf(await rpc.call('turn/start', { threadId: id, input }));
  await rpc.heard('turn/completed', played + 1);
  const request = modelRequest.safeParse(await world.takeModelRequest());
  if (!request.success) return null;
  const search = request.data.tools.find((tool) => tool.type === 'web_search');
  if (search === undefined) return 'disabled';
  return search.external_web_access ? 'live' : 'cached';
}
