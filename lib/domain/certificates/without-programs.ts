import { readToml } from '#lib/domain/config-check/read-toml';
import type { Spot } from '#lib/domain/config-check/toml-document';
import type { VersionFile } from '#lib/domain/config-versions/config-version';

/** Keys below which a file names programs that a client starts by itself, once a thread runs. */
const startedBy: Readonly<Record<string, readonly string[]>> = {
  'requirements.toml': ['hooks'],
  'managed_config.toml': ['mcp_servers', 'hooks', 'notify'],
  'config.toml': ['mcp_servers', 'hooks', 'notify'],
};

/** The files without what a client would start by itself: MCP servers, hooks and notifiers. The rest stays as it is. */
export function withoutPrograms(files: readonly VersionFile[]): VersionFile[] {
  return files.map(({ path, text }) => {
    const read = readToml(text);
    const names = startedBy[path] ?? [];
    if (!read.ok || names.length === 0) return { path, text };
    const spots = names.flatMap((name) => read.value.document.entries.get(name)?.statements ?? []);
    return { path, text: without(text, spots) };
  });
}

const without = (text: string, spots: readonly Spot[]) =>
  [...spots]
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
