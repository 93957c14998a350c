// Rules evaluated here beside the real client, in turn with each other. Writes the times as JSON into the file it is
// given.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { everydayCommands } from '#lib/catalog/everyday-commands';
import { starterTeamConfig } from '#lib/catalog/team-config-starter';
import { checkCommand } from '#lib/domain/exec-rules/check-command';
import { readRules } from '#lib/domain/exec-rules/read-rules';
import { shellWords } from '#lib/domain/exec-rules/shell-words';
import { withPolicy } from '#test/oracle/exec-policy';

const { values } = parseArgs({ options: { calls: { type: 'string' }, result: { type: 'string' } } });
const calls = Number(values.calls);
if (!values.result) throw new Error('--result names the file for the times.');

/** Besides the starter's rules as many as a large team has. */
const further = Array.from(
  { length: 60 },
  (_, index) =>
    `prefix_rule(["tool-${String(index)}", ["run", "start"]], "prompt", justification = "Ask first.")`,
);
const rules = [starterTeamConfig.rules, ...further].join('\n');
const commands = everydayCommands.map(({ line }) => shellWords(line) ?? [line]);

const warmUps = 20;

const commandOf = (run: number) => commands[run % commands.length] ?? [];

/** Milliseconds that `work` takes for each command, after some to warm up. */
async function timesOf(work: (argv: readonly string[]) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const argv of commands.slice(0, warmUps)) await work(argv);
  for (let run = 0; run < calls; run += 1) {
    const began = performance.now();
    await work(commandOf(run));
    times.push(performance.now() - began);
  }
  return times;
}

const read = readRules(rules);
const times = await withPolicy(rules, async ({ ask }) => ({
  client: await timesOf((argv) => ask([{ argv, isResolved: false }])),
  whole: await timesOf((argv) => checkCommand(readRules(rules), argv)),
  command: await timesOf((argv) => checkCommand(read, argv)),
}));
fs.writeFileSync(values.result, JSON.stringify({ rules: read.prefixRules.length, ...times }));
