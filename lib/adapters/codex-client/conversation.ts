import { openRpc, type Reply, type Rpc } from './rpc';
import type { Client, World } from './world';

/** How long the client may take to answer. */
export const WAIT_LIMIT_MS = 20_000;

/** Says hello to an app server, as every conversation begins. */
export async function greet(rpc: Rpc): Promise<void> {
  const clientInfo = { name: 'slipway', title: null, version: '1' };
  resultOf(await rpc.call('initialize', { clientInfo, capabilities: { experimentalApi: true } }));
  rpc.notify('initialized');
}

/** What a process of the client said until it ended. */
export function finish(client: Client): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const said = { stdout: '', stderr: '' };
    client.stdin.end();
    client.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString('utf8')));
    client.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString('utf8')));
    const timer = setTimeout(() => reject(new Error('the client did not end in time')), WAIT_LIMIT_MS);
    client.on('error', reject);
    client.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout: said.stdout.trim(), stderr: said.stderr.trim() });
    });
  });
}

/** The name of the model's provider. */
export const oracle = 'oracle';

const serverArguments = [
  ['-c', 'model="oracle-model"'],
  ['-c', 'model_provider="oracle"'],
  ['-c', 'model_providers.oracle.name="oracle"'],
  ['-c', 'model_providers.oracle.wire_api="responses"'],
  ['-c', 'model_providers.oracle.request_max_retries=0'],
  ['-c', 'model_providers.oracle.stream_max_retries=0'],
  ['app-server'],
].flat();

/** A conversation with a client that has a model, after the greetings. */
export async function talkWithModel(world: World): Promise<Rpc> {
  const rpc = openRpc(world.start(serverArguments, { withModel: true }), WAIT_LIMIT_MS);
  await greet(rpc);
  return rpc;
}

/** What a call gave; throws what it was refused with. */
export function resultOf(reply: Reply): unknown {
  if ('error' in reply) throw new Error(reply.error.message);
  return reply.result;
}

/** What an error says. */
export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
