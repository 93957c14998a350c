import { readToml } from '#lib/domain/config-check/read-toml';
import { entryOf, nodeAt, textOf, type TomlNode } from '#lib/domain/config-check/toml-document';
import type { VersionFile } from '#lib/domain/config-versions/config-version';
import { strangeServer, type TriedServer } from './client-answer';

/**
 * MCP servers that a user might have, to see which of them the files leave on: one of each identity that is required,
 * and one that nobody allows. Servers that the files configure themselves are not tried once more.
 */
export function triedServers(files: readonly VersionFile[]): TriedServer[] {
  const [required, ...configured] = ['requirements.toml', 'managed_config.toml', 'config.toml'].map((name) =>
    serversIn(files.find(({ path }) => path === name)?.text ?? ''),
  );
  const isConfigured = (name: string) => configured.some((servers) => servers?.has(name));
  const wanted = [...(required ?? [])].flatMap(([name, server]) => {
    const identity = nodeAt(server, ['identity']);
    const tried = isConfigured(name) ? null : serverOf(name, identity);
    return tried ? [tried] : [];
  });
  return [...wanted, strangeServer];
}

function serversIn(text: string): ReadonlyMap<string, TomlNode> {
  const read = readToml(text);
  const servers = read.ok ? nodeAt(read.value.document, ['mcp_servers']) : null;
  if (servers?.kind !== 'table') return new Map();
  return new Map([...servers.entries].map(([name, { node }]) => [name, node]));
}

/** A server of an identity that is written out; patterns name no one server. */
function serverOf(name: string, identity: TomlNode | null): TriedServer | null {
  const [command, url] = ['command', 'url'].map((field) => {
    const node = entryOf(identity, field)?.node;
    return textOf(node) ?? textOf(entryOf(node ?? null, 'value')?.node);
  });
  if (command) return { name, command };
  return url ? { name, url } : null;
}
