import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ShellTurn } from '#lib/catalog/shell-splitting';
import { resultOf, talkWithModel } from '#lib/adapters/codex-client/conversation';
import { inWorld } from './client';

const justification = 'Not here.';
const thread = z.looseObject({ thread: z.looseObject({ id: z.string() }) });
const request = z.looseObject({
  input: z.array(z.looseObject({ type: z.string(), output: z.unknown().optional() })),
});

/** What a client shows of each command that a model asks for, under rules that forbid these programs. */
export function playCommands(programs: readonly string[], commands: readonly string[]): Promise<ShellTurn[]> {
  const words = `pattern = [${JSON.stringify(programs)}], decision = "forbidden"`;
  const files = {
    codexFolder: { 'rules/default.rules': `prefix_rule(${words}, justification = "${justification}")\n` },
    userConfig: 'approval_policy = "never"\nsandbox_mode = "workspace-write"\n',
  };
  return inWorld(files, async (world) => {
    const rpc = await talkWithModel(world);
    const { id } = thread.parse(resultOf(await rpc.call('thread/start', {}))).thread;
    const input = [{ type: 'text', text: 'Go on.', text_elements: [] }];
    const turns: ShellTurn[] = [];
    for (const command of commands) {
      await world.letModelRun(command);
      resultOf(await rpc.call('turn/start', { threadId: id, input }));
      await rpc.heard('turn/completed', turns.length + 1);
      const last = request.parse(await world.takeModelRequest()).input.at(-1);
      if (last?.type !== 'function_call_output') throw new Error(`the command was not run: ${command}`);
      const isRefused = JSON.stringify(last.output).includes(justification);
      const isMade = existsSync(join(world.work, 'x'));
      turns.push({ command, seen: isRefused ? 'refused' : isMade ? 'file made' : 'nothing made' });
      await empty(world.work);
    }
    return turns;
  });
}

async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}
