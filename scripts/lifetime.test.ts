import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { isAlive, waitFor } from './process.mjs';

/** A command that starts `sleep` and a grandchild of it, and prints their ids. */
const command = `
  const { runCommand, startProgram } = await import('./scripts/lifetime.mjs');
  await runCommand(async () => {
    const { pid, exited } = startProgram('sh', ['-c', 'sleep 60 & echo $! $$; wait']);
    return exited;
  });
`;

async function startCommand(env: Record<string, string> = {}) {
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, ['--input-type=module', '-e', command], {
    stdio: [...stdio],
    env: { ...process.env, ...env },
  });
  if (!child.stdout) throw new Error('No output.');
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  return { child, started: String(value).split(' ').map(Number) };
}

const areGone = (ids: number[]) => waitFor(() => !ids.some(isAlive), { withinMs: 5_000 });

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends everything that was started', async (signal) => {
  const { child, started } = await startCommand();

  child.kill(signal);
  const [code] = await once(child, 'exit');

  expect(code).toBe(130);
  expect(await areGone(started)).toBe(true);
});

test('what a program started and left behind ends with it', async () => {
  const { child, started } = await startCommand();
  const [grandchild = 0, program = 0] = started;

  process.kill(program, 'SIGKILL');
  const [code] = await once(child, 'exit');

  expect(code).toBe(1);
  expect(await areGone([grandchild])).toBe(true);
});

test('a command goes on when the shell that called npm ends, and ends with npm', async () => {
  const npm = `
    const { spawn } = await import('node:child_process');
    const args = ['--input-type=module', '-e', process.env.COMMAND];
    const env = { ...process.env, npm_lifecycle_event: 'start' };
    const { pid } = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    console.log('npm', process.pid, pid);
    setInterval(() => {}, 1_000);
  `;
  const shell = spawn('sh', ['-c', '"$NODE" --input-type=module -e "$NPM" & read line'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE: process.execPath, NPM: npm, COMMAND: command },
  });
  const lines = createInterface({ input: shell.stdout })[Symbol.asyncIterator]();
  const [, npmPid = 0, commandPid = 0] = String((await lines.next()).value)
    .split(' ')
    .map(Number);
  await lines.next();

  shell.stdin.end('\n');
  await once(shell, 'exit');
  expect(await waitFor(() => !isAlive(commandPid), { withinMs: 1_500 })).toBeNull();

  process.kill(npmPid, 'SIGKILL');
  expect(await areGone([commandPid])).toBe(true);
});
