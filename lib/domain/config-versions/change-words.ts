import { valueWords, type ConfigValue } from './config-values';

/** Lists of what users may choose, in the words of a sentence. */
const choices: Readonly<Record<string, string>> = {
  allowed_approval_policies: 'the approval policy',
  allowed_approvals_reviewers: 'the approvals reviewer',
  allowed_sandbox_modes: 'the sandbox mode',
  allowed_web_search_modes: 'web search',
  allowed_login_methods: 'signing in with',
  allowed_chatgpt_workspaces: 'the ChatGPT workspace',
};

type Values = ReadonlyMap<string, ConfigValue>;

/** What a key does, in one sentence; null where nobody knows it. */
export type HelpOf = (key: string) => string | null;

/**
 * What a change of a configuration file means, a sentence for each thing that is other than before, in the order of
 * the keys: what users may choose, which MCP servers may run, and every other value by its key and what that does.
 */
export function changeWords(before: Values, after: Values, helpOf: HelpOf): string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const servers = [...new Set(keys.flatMap((key) => serverOf(key) ?? []))];
  return [
    ...servers.flatMap((server) => serverWords(server, before, after)),
    ...keys
      .filter((key) => serverOf(key) === null)
      .flatMap((key) => {
        const words = keyWords(key, before.get(key), after.get(key));
        const help = choices[key] === undefined ? helpOf(key) : null;
        return help === null ? words : words.map((sentence) => `${sentence} ${help}`);
      }),
  ];
}

/** The MCP server that a key is about; null where it is about none. */
function serverOf(key: string): string | null {
  const [table, server, ...rest] = key.split('.');
  return table === 'mcp_servers' && server !== undefined && rest.length > 0 ? server : null;
}

function serverWords(server: string, before: Values, after: Values): string[] {
  const said = (values: Values) =>
    JSON.stringify([...values].filter(([key]) => serverOf(key) === server).sort());
  const [was, is] = [said(before), said(after)];
  if (was === is) return [];
  if (was === '[]') return [`Now allows the MCP server ${server}.`];
  if (is === '[]') return [`No longer allows the MCP server ${server}.`];
  return [`The MCP server ${server} is recognised otherwise than before.`];
}

type Value = ConfigValue | undefined;

function keyWords(key: string, before: Value, after: Value): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const choice = choices[key];
  if (choice !== undefined && isListOrNothing(before) && isListOrNothing(after)) {
    return choiceWords(choice, before, after);
  }
  if (key === 'mcp_servers') {
    return [after === undefined ? 'No longer forbids every MCP server.' : 'Now allows no MCP server.'];
  }
  if (after === undefined) return [`${key} is no longer set.`];
  const was = before === undefined ? '' : `, before ${valueWords(before)}`;
  return [`${key} is now ${valueWords(after)}${was}.`];
}

type List = readonly unknown[] | undefined;

const isListOrNothing = (value: Value): value is Extract<Value, List> =>
  value === undefined || Array.isArray(value);

function choiceWords(choice: string, before: List, after: List): string[] {
  if (after === undefined) return [`No longer limits ${choice}.`];
  if (before === undefined) {
    const said = after.length === 0 ? 'nothing' : after.map(String).join(', ');
    return [`Now limits ${choice} to ${said}.`];
  }
  const gone = before.filter((value) => !after.includes(value));
  const come = after.filter((value) => !before.includes(value));
  return [
    ...gone.map((value) => `Now forbids ${choice} ${String(value)}.`),
    ...come.map((value) => `Now allows ${choice} ${String(value)}.`),
    ...(gone.length + come.length === 0 ? [`Falls back to another ${choice}: ${String(after[0])}.`] : []),
  ];
}
