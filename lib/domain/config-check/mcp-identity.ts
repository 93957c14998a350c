import { remove, type Found } from './finding';
import { about, type Look, type Rule } from './look';
import { entryOf, textOf, type TomlNode } from './toml-document';
import type { Visit } from './visit-keys';

/** Programs that run whatever their arguments name. */
const anything = [
  'npx',
  'uvx',
  'uv',
  'bunx',
  'pnpm',
  'node',
  'deno',
  'bun',
  'python',
  'python3',
  'docker',
  'podman',
];
const shells = ['sh', 'bash', 'zsh', 'cmd', 'powershell', 'pwsh', 'env'];
const letsAnythingThrough = new Set([...anything, ...shells]);

/** MCP servers that are not told by exactly one command or address, or by a command that runs anything. */
export const mcpIdentity: Rule = (look) =>
  look.visits.flatMap((visit) => {
    const path = visit.place?.key?.path ?? '';
    if (path.endsWith('mcp_servers.*.identity')) return identityFaults(visit, look);
    return look.form === 'config' && path === 'mcp_servers.*' ? transportFaults(visit) : [];
  });

function identityFaults(visit: Visit, { text }: Look): readonly Found[] {
  const { node } = visit.entry;
  if (node.kind !== 'table') return [];
  const command = entryOf(node, 'command');
  const url = entryOf(node, 'url');
  if (!command && !url) {
    const message = 'An identity needs a command or a url; clients refuse the file without one.';
    return [about(visit, { id: 'mcp_identity', severity: 'error', message })];
  }
  if (command && url) {
    const message = 'An identity is a command or a url; clients look at the command and ignore the url.';
    const fix = remove(text, url);
    return [
      about(
        { entry: url, path: `${visit.path}.url` },
        { id: 'mcp_identity', severity: 'error', message, fix },
      ),
    ];
  }
  return command ? looseCommand(command.node, visit) : [];
}

function looseCommand(node: TomlNode, { path }: Visit): readonly Found[] {
  const written = textOf(node);
  const program =
    written
      ?.trim()
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.(exe|cmd|bat)$/i, '') ?? '';
  if (!letsAnythingThrough.has(program.toLowerCase())) return [];
  return [
    {
      id: 'mcp_loose_command',
      severity: 'warning',
      at: node.at,
      key: `${path}.command`,
      message: `${program} runs whatever its arguments name, and a command alone says nothing of arguments: name each of them, or a program of the server’s own.`,
      fix: null,
    },
  ];
}

function transportFaults(visit: Visit): readonly Found[] {
  const { node } = visit.entry;
  if (node.kind !== 'table') return [];
  const command = entryOf(node, 'command');
  const url = entryOf(node, 'url');
  if (Boolean(command) !== Boolean(url)) return [];
  const message = command
    ? 'A server is started by a command or reached at a url; clients refuse the file where both stand.'
    : 'A server needs a command or a url; clients refuse the file without one.';
  return [about(visit, { id: 'mcp_transport', severity: 'error', message })];
}
