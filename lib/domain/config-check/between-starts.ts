import { remove, type Found } from './finding';
import { about, entryAt, type Rule } from './look';
import { entryOf, textOf, type TomlEntry } from './toml-document';

/** MCP servers that a file configures and the requirements beside it do not allow: clients switch them off. */
export const forbiddenServers: Rule = ({ form, document, companions }) => {
  const servers = entryAt(document, 'mcp_servers')?.node;
  const allowed = entryAt(companions['requirements.toml'], 'mcp_servers')?.node;
  if (form === 'requirements' || servers?.kind !== 'table' || allowed?.kind !== 'table') return [];
  return [...servers.entries.values()].flatMap((server): Found[] => {
    const named = allowed.entries.get(server.name);
    const why = named ? otherIdentity(server, named) : 'requirements.toml does not allow it';
    if (why === null) return [];
    const message = `${why}, so clients switch the MCP server off.`;
    const path = `mcp_servers.${server.name}`;
    return [about({ entry: server, path }, { id: 'server_forbidden', severity: 'error', message })];
  });
};

/** Why a server is not the one that is allowed under its name; null where it is, or only a client can tell. */
function otherIdentity(server: TomlEntry, allowed: TomlEntry): string | null {
  const identity = entryOf(allowed.node, 'identity')?.node ?? null;
  for (const key of ['command', 'url']) {
    const wanted = textOf(entryOf(identity, key)?.node);
    if (wanted !== null && textOf(entryOf(server.node, key)?.node) !== wanted) {
      return `requirements.toml allows another ${key} under this name`;
    }
  }
  return null;
}

/** A sandbox mode to start with, beside managed defaults that start threads with a permission profile. */
export const passedOverSandbox: Rule = ({ file, document, text, companions }) => {
  const entry = entryAt(document, 'sandbox_mode');
  const profile = textOf(entryAt(companions['managed_config.toml'], 'default_permissions')?.node);
  if (file !== 'config.toml' || !entry || profile === null) return [];
  const message = `managed_config.toml starts threads with the permission profile ${profile}, so clients pass over this value.`;
  const fix = remove(text, entry);
  return [
    about({ entry, path: 'sandbox_mode' }, { id: 'default_passed_over', severity: 'error', message, fix }),
  ];
};
