import type { PermissionCatalog } from '#lib/domain/rbac/permission';
import { isSameName } from '#lib/domain/rbac/write-directory';
import { err, ok, type Result } from '#lib/domain/result';
import { mostExpectations, type Draft, type Expectation } from './expectation';

/** What is wrong with a draft: which one, which of its words, and the sentence. */
export type Fault = { at: number; field: 'group' | 'may' | 'id' | null; message: string };

/** What drafts are read against. */
export type Known = {
  groups: readonly { id: string; name: string }[];
  permissions: PermissionCatalog;
  /** The list as it is: a sentence keeps its id, and may go on naming what is there no longer. */
  before: readonly Expectation[];
  newId: () => string;
};

type Found = Result<{ group: string | null; groupName: string | null }, { code: 'unknown'; message: string }>;

/**
 * The list that `drafts` stand for: groups found by id, else by a name that only one has; each with an id. Fails
 * with every fault: unknown groups and permissions, a sentence or an id that stands twice, too many of them.
 */
export function readExpectations(drafts: readonly Draft[], known: Known): Result<Expectation[], Refusal> {
  const faults: Fault[] = [];
  const kept = new Map<string, string>();
  for (const one of known.before) if (!kept.has(meaningOf(one))) kept.set(meaningOf(one), one.id);
  const list = drafts.map((draft, at): Expectation => {
    const found = groupOf(draft.group, known);
    if (!found.ok) faults.push({ at, field: 'group', message: found.error.message });
    if (!isKnown(draft.permission, known)) {
      faults.push({ at, field: 'may', message: `There is no permission ${draft.permission}.` });
    }
    const { kind, permission, people } = draft;
    const place = found.ok ? found.value : { group: draft.group, groupName: null };
    return { id: draft.id ?? '', kind, ...place, permission, people };
  });
  const named = withIds(list, kept, known.newId);
  faults.push(...repeated(named));
  if (list.length > mostExpectations) {
    faults.push({
      at: mostExpectations,
      field: null,
      message: `Say at most ${String(mostExpectations)} of them.`,
    });
  }
  return faults.length === 0 ? ok(named) : err(refusalOf(faults));
}

/** Why a list is not taken. */
export type Refusal = {
  code: 'expectations_refused';
  message: string;
  faults: Fault[];
  fields: Record<string, string[]>;
};

function refusalOf(faults: Fault[]): Refusal {
  const fields: Record<string, string[]> = {};
  for (const { field, message } of faults) {
    const name = field ?? 'kind';
    fields[name] = [...new Set([...(fields[name] ?? []), message])];
  }
  return { code: 'expectations_refused', message: faults[0]?.message ?? '', faults, fields };
}

function groupOf(said: string | null, { groups, before }: Known): Found {
  if (said === null) return ok({ group: null, groupName: null });
  const byId = groups.find(({ id }) => id === said);
  if (byId) return ok({ group: byId.id, groupName: byId.name });
  const [named, another] = groups.filter(({ name }) => isSameName(name, said));
  if (named && another) {
    return err({ code: 'unknown', message: `Several groups are called ${said}: give the id of one.` });
  }
  if (named) return ok({ group: named.id, groupName: named.name });
  const gone = before.find(({ group }) => group === said);
  if (gone) return ok({ group: said, groupName: gone.groupName });
  return err({ code: 'unknown', message: `There is no group ${said}.` });
}

const isKnown = (permission: string, { permissions, before }: Known): boolean =>
  Object.hasOwn(permissions, permission) || before.some((one) => one.permission === permission);

/** What is said, whatever its id. */
const meaningOf = ({ kind, group, permission, people }: Expectation): string =>
  JSON.stringify([kind, group, permission, people]);

function withIds(
  list: readonly Expectation[],
  kept: ReadonlyMap<string, string>,
  newId: () => string,
): Expectation[] {
  const taken = new Set(list.map(({ id }) => id));
  return list.map((one) => {
    if (one.id !== '') return one;
    const before = kept.get(meaningOf(one));
    const id = before !== undefined && !taken.has(before) ? before : newId();
    taken.add(id);
    return { ...one, id };
  });
}

function repeated(list: readonly Expectation[]): Fault[] {
  const [ids, meanings] = [new Set<string>(), new Set<string>()];
  return list.flatMap((one, at): Fault[] => {
    const meaning = meaningOf(one);
    const [isIdTaken, isSaid] = [ids.has(one.id), meanings.has(meaning)];
    ids.add(one.id);
    meanings.add(meaning);
    if (isSaid) return [{ at, field: null, message: 'This is on the list already.' }];
    return isIdTaken ? [{ at, field: 'id', message: `The id ${one.id} stands twice.` }] : [];
  });
}

/** Whether both lists say the same in the same order under the same ids. */
export const isSameList = (one: readonly Expectation[], other: readonly Expectation[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
