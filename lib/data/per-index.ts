import 'server-only';
import type { AccessIndex } from '#lib/data/access-index';

/** Most answers kept for one index unless said otherwise: people look at few lists at once. */
const usual = 64;

/**
 * Keeps what follows from an index, by a text that says the question. An index never changes, so what was
 * answered once stays right for as long as the index is used.
 */
export function perIndex<T>(kept = usual) {
  const held = new WeakMap<AccessIndex, Map<string, T>>();
  return (index: AccessIndex, key: string, answer: () => T): T => {
    const answers = held.get(index) ?? new Map<string, T>();
    held.set(index, answers);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const value = answer();
    answers.set(key, value);
    // A failure is nobody else's.
    if (value instanceof Promise) value.catch(() => answers.delete(key));
    for (const [oldest] of answers) if (answers.size > kept) answers.delete(oldest);
    return value;
  };
}
