import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { choice, count, flag, table, tables, text, type Draft } from './kinds';

/** What a hook can follow, as the clients spell it. */
export const hookEvents = [
  ...['PreModelRequest', 'PostModelRequest', 'PreToolUse', 'PermissionRequest', 'PostToolUse', 'PreCompact'],
  ...['PostCompact', 'SessionStart', 'SessionEnd', 'UserPromptSubmit', 'SubagentStart', 'SubagentStop'],
  ...['Stop', 'Interrupt'],
] as const;

const hook = { type: 'command', command: '/opt/codex/check' };
const group = { matcher: 'Bash', hooks: [hook] };

/** The keys of hooks below `path`. */
export function hookKeys(path: string, facts: Partial<ConfigKey>): readonly Draft[] {
  const here = { ...facts, risk: 'high' } as const;
  return [
    table(path, 'Programs that run at certain moments and may say no.', {
      ...here,
      good: [{ PreToolUse: [group] }],
      onUnknown: 'silent',
    }),
    ...hookEvents.flatMap((event) => eventKeys(`${path}.${event}`, event, here)),
  ];
}

function eventKeys(path: string, event: string, facts: Partial<ConfigKey>): readonly Draft[] {
  const here = { ...facts, beside: { hooks: { [event]: [group] } } };
  const of = `${path}[].hooks`;
  return [
    tables(path, `Programs that run at ${event}.`, {
      ...facts,
      good: [[group]],
      bad: ['a text', [{ hooks: 'a text' }]],
      onUnknown: 'silent',
    }),
    text(`${path}[].matcher`, 'Which tools or events it is about, as a pattern.', {
      ...here,
      good: ['Bash'],
    }),
    tables(of, 'The programs, in order.', {
      ...here,
      good: [[hook]],
      bad: ['a text', [{ type: 'sometimes' }]],
      onUnknown: 'silent',
    }),
    choice(`${of}[].type`, ['command', 'mcp_tool', 'prompt', 'agent'], 'What kind of program it is.', {
      ...here,
      good: ['command'],
    }),
    text(`${of}[].command`, 'The command line.', here),
    text(`${of}[].command_windows`, 'The command line on Windows.', here),
    text(`${of}[].server`, 'MCP server of the tool.', { ...here, good: [], bad: [] }),
    text(`${of}[].tool`, 'Name of the tool.', { ...here, good: [], bad: [] }),
    table(`${of}[].input`, 'What the tool is given.', { ...here, good: [], bad: [], onUnknown: null }),
    count(`${of}[].timeout`, 'Seconds after which the program is ended.', { ...here, byDefault: 600 }),
    flag(`${of}[].async`, 'Whether nobody waits for the program.', here),
    text(`${of}[].statusMessage`, 'What the user sees while it runs.', here),
    count(`${of}[].additionalContextLimit`, 'Tokens of context it may add before they go to a file.', here),
  ];
}
