import type { Found } from './finding';
import { firstAt } from './first-at';

/** Errors that say exactly why clients refuse a value, so that the general word on it says nothing more. */
const exact = new Set([
  ...['empty_list', 'prefix_rule', 'mcp_identity', 'mcp_transport', 'untrusted_approval', 'residency'],
  ...['exporter_form', 'network_star', 'unknown_key'],
]);

/**
 * The findings, each once: the same about one place is one finding. Without the general word on a value where an
 * exact one stands inside it, and on a value as a whole where the key or one below it has an exact one. Whatever else
 * is said of one key stays.
 */
export function exactFindings(found: readonly Found[]): readonly Found[] {
  const errors = found.filter(({ severity }) => severity === 'error');
  const exactly = errors.filter(({ id }) => exact.has(id));
  const starts = exactly.map(({ at }) => at.from).sort((a, b) => a - b);
  const inner = errors.filter(({ id }) => id === 'wrong_value' || exact.has(id));
  const explained = new Set([
    ...exactly.map(({ key }) => key),
    ...inner.flatMap(({ key }) => around(key ?? '')),
  ]);
  const isGeneral = ({ id, at, whole }: Found) => {
    const inside = starts[firstAt(starts, at.from)] ?? Infinity;
    return id === 'wrong_value' && (inside < at.to || (whole !== undefined && explained.has(whole)));
  };
  const told = new Set<string>();
  return found.filter((one) => {
    const said = `${one.id} ${String(one.at.from)} ${one.message}`;
    if (isGeneral(one) || told.has(said)) return false;
    told.add(said);
    return true;
  });
}

/** The dotted keys that a key stands below. */
const around = (key: string): string[] => [...key.matchAll(/[.[]/g)].map(({ index }) => key.slice(0, index));
