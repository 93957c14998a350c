import { isTable } from '#lib/domain/config-text/text-values';
import { sameValue } from '#lib/domain/config-text/compare-values';
import type { Bounded, Together } from './bounded-values';
import { layersOf } from './bounded-values';
import { mergedAt, plainOf, type MergedTable } from './merge-values';

/** `mcp_servers.NAME.enabled` of every server that the requirements switch off. */
export const serverAnswers = (together: Together): string[][] =>
  [...serversIn(together.starting).keys()]
    .map((name) => ['mcp_servers', name, 'enabled'])
    .filter((path) => switchedOff(path, together) !== null);

const serversIn = (starting: MergedTable) => {
  const servers = mergedAt(starting, ['mcp_servers']);
  return servers?.kind === 'table' ? servers.entries : new Map<string, never>();
};

/**
 * What requirements make of a server that is not on their list: it is switched off. A server is on the list by its
 * name together with its command or its address; null for one that is, and where there is no list. An expression is
 * not tried here and counts as fitting.
 */
export function switchedOff(path: readonly string[], { required, starting }: Together): Bounded | null {
  const name = nameIn(path);
  const list = mergedAt(required, ['mcp_servers']);
  const server = name === null ? null : mergedAt(starting, ['mcp_servers', name]);
  if (name === null || !list || !server || isListed(plainOf(list), name, plainOf(server))) return null;
  const held = mergedAt(starting, path);
  const [layer = 'built_in'] = held ? layersOf(held) : [];
  const wanted = { layer, value: held ? plainOf(held) : true };
  return { value: false, layers: layersOf(list), wanted, notes: ['server_not_allowed'] };
}

/** The server that a key switches; null for any other key. */
const nameIn = ([table, name, field, ...deeper]: readonly string[]): string | null =>
  table === 'mcp_servers' && field === 'enabled' && deeper.length === 0 ? (name ?? null) : null;

function isListed(list: unknown, name: string, server: unknown): boolean {
  const held = isTable(list) && Object.hasOwn(list, name) ? list[name] : null;
  const identity = isTable(held) ? held.identity : null;
  if (!isTable(identity) || !isTable(server)) return false;
  return 'command' in identity
    ? matches(identity.command, server.command, server.args)
    : matches(identity.url, server.url);
}

/** Whether a word is the one of an identity, or one that its matcher takes. */
function matches(wanted: unknown, word: unknown, args?: unknown): boolean {
  if (!isTable(wanted)) return sameValue(wanted, word);
  if (typeof word !== 'string') return false;
  if ('executable' in wanted) return wanted.executable === word && areTaken(wanted.args, args);
  if (typeof wanted.value !== 'string') return true;
  return wanted.match === 'prefix' ? word.startsWith(wanted.value) : word === wanted.value;
}

/** Arguments are held against matchers one to one; an identity without any takes none. */
function areTaken(matchers: unknown, args: unknown): boolean {
  const wanted: unknown[] = Array.isArray(matchers) ? matchers : [];
  const given: unknown[] = Array.isArray(args) ? args : [];
  return wanted.length === given.length && wanted.every((one, at) => matches(one, given[at]));
}
