import { readAs } from '#lib/domain/config-check/older-words';
/** Whether a client shows a value as it was written; `unseen` where it shows nothing that could be compared. */
export type Likeness = 'same' | 'other' | 'unseen';

/** Values that clients take and leave out where they list what is in force. */
const leftOut: readonly unknown[] = ['external-sandbox'];
/** Values that clients add to every list. */
const added: readonly unknown[] = ['disabled'];

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** What stands under `name` in what a client shows, which spells names its own way. */
export function fieldOf(shown: unknown, name: string): unknown {
  if (shown === null || typeof shown !== 'object' || Array.isArray(shown)) return undefined;
  const fields = new Map(Object.entries(shown));
  return fields.get(name) ?? fields.get(camel(name)) ?? fields.get(camel(name.replaceAll('-', '_')));
}

/** How what a client shows is like what was written. */
export function compareValues(written: unknown, shown: unknown): Likeness {
  if (shown === undefined || shown === null || shown === '[redacted]') return 'unseen';
  if (Array.isArray(written)) return compareLists(written, shown);
  if (written !== null && typeof written === 'object' && !(written instanceof Date)) {
    return together(
      Object.entries(written).map(([name, value]) => compareValues(value, fieldOf(shown, name))),
    );
  }
  if (typeof shown === 'object') return 'unseen';
  return sameScalar(written, shown) ? 'same' : 'other';
}

function sameScalar(written: unknown, shown: unknown): boolean {
  if (typeof written !== 'string') return String(written) === String(shown);
  return shown === written || shown === readAs[written] || shown === `file://${written}`;
}

function compareLists(written: readonly unknown[], shown: unknown): Likeness {
  if (!Array.isArray(shown)) return 'unseen';
  const expected = written.filter((value) => !leftOut.includes(value));
  const isCovered = (value: unknown) => shown.some((one) => compareValues(value, one) === 'same');
  if (expected.some((value) => value !== null && typeof value === 'object')) {
    return expected.every(isCovered) ? 'same' : 'unseen';
  }
  const isMeant = (one: unknown) =>
    added.includes(one) || expected.some((value) => compareValues(value, one) === 'same');
  return expected.every(isCovered) && shown.every(isMeant) ? 'same' : 'other';
}

function together(all: readonly Likeness[]): Likeness {
  if (all.includes('other')) return 'other';
  return all.includes('unseen') || all.length === 0 ? 'unseen' : 'same';
}
