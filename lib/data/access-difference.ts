import 'server-only';
import { accessIndex, type AccessIndex } from './access-index';
import type { Db } from './db';
import { listNumbers } from './people';
import { difference, type Difference } from '#lib/domain/rbac/everyone/difference';
import { compileRules } from '#lib/domain/rbac/everyone/rule-book';
import { applyChanges, type AccessChange, type WhatIf } from '#lib/domain/rbac/everyone/what-if';
import { perIndex } from './per-index';

type Asked = { workspaceId: string; changes: readonly AccessChange[] };

/** What some changes would make of everybody's access, and what they are compared with. */
export type AccessDifference = { index: AccessIndex; whatIf: WhatIf; found: Difference };

/** Differences kept for one index: each holds whoever changes, so fewer than of shorter answers. */
const differences = perIndex<Promise<AccessDifference>>(16);

/**
 * Compares everybody's access as it is with what `changes`, one after the other, would make of it. The same
 * changes against the same directory are compared once.
 */
export async function accessDifference(db: Db, { workspaceId, changes }: Asked): Promise<AccessDifference> {
  const index = await accessIndex(db, { workspaceId });
  return differences(index, JSON.stringify(changes), () => compare(db, index, { workspaceId, changes }));
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
