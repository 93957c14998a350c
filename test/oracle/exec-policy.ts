import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CommandCheck } from '#lib/domain/exec-rules/check-command';
import { cacheFolder, installClient } from './install';

/** A command to check; a path of a program is looked up by its name too where `isResolved` says so. */
export type Asked = { argv: readonly string[]; isResolved: boolean };

type Match = Omit<CommandCheck['matched'][number], 'line'>;

/** What the client says of a command, or why it refuses the rules. */
export type PolicyAnswer = { refused: string } | { decision: CommandCheck['decision']; matched: Match[] };

const CALL_LIMIT_MS = 20_000;
const CALLS_AT_ONCE = 4;

/** Why `codex execpolicy check` cannot be asked here, or null. It reads no configuration, so it runs as it is. */
export const whyNoPolicy = (): Promise<string | null> =>
  installClient().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

const output = z.object({
  decision: z.enum(['allow', 'prompt', 'forbidden']).optional(),
  matchedRules: z.array(
    z.strictObject({
      prefixRuleMatch: z.strictObject({
        matchedPrefix: z.array(z.string()),
        decision: z.enum(['allow', 'prompt', 'forbidden']),
        justification: z.string().optional(),
        resolvedProgram: z.string().optional(),
      }),
    }),
  ),
});

/** A rules file that the client can be asked about, in a folder of its own. */
export type PolicyFile = {
  /** The folder that the client runs in, which is its home too. */
  folder: string;
  /** What the client says of each command, in their order. */
  ask(commands: readonly Asked[]): Promise<PolicyAnswer[]>;
};

let reach: Promise<string> | undefined;

/** Lets `work` ask the client about these rules. */
export async function withPolicy<T>(rules: string, work: (file: PolicyFile) => Promise<T>): Promise<T> {
  const binary = await (reach ??= installClient());
  await mkdir(cacheFolder(), { recursive: true });
  const folder = await mkdtemp(join(cacheFolder(), 'rules-'));
  const path = join(folder, 'asked.rules');
  const call = ({ argv, isResolved }: Asked) => {
    const flags = isResolved ? ['--resolve-host-executables'] : [];
    return run(binary, ['execpolicy', 'check', '--rules', path, ...flags, '--', ...argv], folder);
  };
  try {
    await writeFile(path, rules);
    return await work({ folder, ask: (commands) => inTurns(commands, call) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What `each` gives for every item, a few at once. */
export async function inTurns<I, O>(items: readonly I[], each: (item: I) => Promise<O>): Promise<O[]> {
  const found: O[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) found[index] = await each(item);
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, work));
  return found;
}

function run(binary: string, args: readonly string[], cwd: string): Promise<PolicyAnswer> {
  const env = {
    PATH: process.env.PATH,
    HOME: cwd,
    CODEX_HOME: cwd,
    RUST_BACKTRACE: '0',
    NODE_ENV: 'test',
  } as const;
  return new Promise((resolve, reject) => {
    execFile(binary, args, { cwd, env, timeout: CALL_LIMIT_MS }, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(error);
      else resolve(error ? { refused: stderr } : answerOf(output.parse(JSON.parse(stdout))));
    });
  });
}

const answerOf = ({ decision, matchedRules }: z.output<typeof output>): PolicyAnswer => ({
  decision: decision ?? null,
  matched: matchedRules.map(({ prefixRuleMatch: { justification, resolvedProgram, ...match } }) => ({
    ...match,
    justification: justification ?? null,
    ...(resolvedProgram === undefined ? {} : { resolvedProgram }),
  })),
});
