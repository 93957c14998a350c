import 'server-only';
import { accessIndex, type AccessIndex } from '#lib/data/access-index';
import type { Db } from '#lib/data/db';
import { listNumbers } from '#lib/data/people';
import { difference, type Difference } from '#lib/domain/rbac/everyone/difference';
import { compileRules } from '#lib/domain/rbac/everyone/rule-book';
import { applyChanges, type AccessChange, type WhatIf } from '#lib/domain/rbac/everyone/what-if';

type Asked = { workspaceId: string; changes: readonly AccessChange[] };

/** What some changes would make of everybody's access, and what they are compared with. */
export type AccessDifference = { index: AccessIndex; whatIf: WhatIf; found: Difference };

/** Differences kept for one index; the one that was not asked for longest goes first. */
const kept = 16;

// What is known of an index goes with it: a write makes another one.
const known = new WeakMap<AccessIndex, Map<string, Promise<AccessDifference>>>();

/**
 * Compares everybody's access as it is with what `changes`, one after the other, would make of it. The same
 * changes against the same directory are compared once.
 */
export async function accessDifference(db: Db, { workspaceId, changes }: Asked): Promise<AccessDifference> {
  const index = await accessIndex(db, { workspaceId });
  const key = JSON.stringify(changes);
  const ofIndex = known.get(index) ?? new Map<string, Promise<AccessDifference>>();
  known.set(index, ofIndex);
  const next = ofIndex.get(key) ?? compare(db, index, { workspaceId, changes });
  ofIndex.delete(key);
  ofIndex.set(key, next);
  for (const [oldest] of ofIndex) if (ofIndex.size > kept) ofIndex.delete(oldest);
  next.catch(() => ofIndex.delete(key));
  return next;
}

async function compare(
  db: Db,
  index: AccessIndex,
  { workspaceId, changes }: Asked,
): Promise<AccessDifference> {
  const { book, population, rules, everyone } = index;
  const ids = changes.flatMap((change) => ('person' in change ? [change.person] : []));
  const numbers = ids.length === 0 ? new Map<string, number>() : await listNumbers(db, { workspaceId, ids });
  const groups = new Map(book.groups.map(({ id }, position) => [id, position]));
  const whatIf = applyChanges(book, changes, {
    group: (id) => groups.get(id) ?? -1,
    person: (id) => index.positionOf(numbers.get(id) ?? -1),
  });
  const found = difference({
    population,
    models: { before: book.model, after: whatIf.after.model },
    before: { rules, everyone },
    after: compileRules(whatIf.after, rules.bits),
    edits: whatIf.edits,
  });
  return { index, whatIf, found };
}
