import type { Population } from './population';
import type { Everyone } from './resolve-everyone';
import type { CompiledRules } from './rule-book';

/** Positions of active people with a custom role who go without something the workspace defaults give. */
export function losingDefaults(
  { count, isActive }: Pick<Population, 'count' | 'isActive'>,
  { masks, usesDefault }: Everyone,
  { defaults, bits: { words } }: Pick<CompiledRules, 'defaults' | 'bits'>,
): number[] {
  const losing: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (isActive[at] !== 1 || usesDefault[at] === 1) continue;
    let lost = 0;
    for (let word = 0; word < words; word += 1) {
      lost |= (defaults[word] ?? 0) & ~(masks[at * words + word] ?? 0);
    }
    if (lost !== 0) losing.push(at);
  }
  return losing;
}
