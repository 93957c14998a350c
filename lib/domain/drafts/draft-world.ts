import type { CustomRole, GroupSource } from '#lib/domain/rbac/directory';
import type { Grants } from '#lib/domain/rbac/grants';
import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';

/** A group, as a draft's changes meet it. */
export type DraftGroup = { id: string; name: string; source: GroupSource; roleIds: readonly string[] };

/** A person named by a draft's changes. */
export type DraftPerson = { id: string; name: string; groupIds: readonly string[] };

/** What the changes of a draft are decided against, as it stands at `stamp`. */
export type DraftWorld = {
  stamp: { rules: number; people: number };
  model: ResolutionModel;
  defaults: Grants;
  roles: readonly CustomRole[];
  groups: readonly DraftGroup[];
  /** Those that the changes name. */
  people: readonly DraftPerson[];
};

type Identified = { id: string };

/** Lists that were looked into, by id: thousands of changes look for thousands of people in the same list. */
const looked = new WeakMap<readonly Identified[], ReadonlyMap<string, Identified>>();

/** The thing of an id; undefined where there is none. The list must not change afterwards. */
export function byId<T extends Identified>(all: readonly T[], id: string): T | undefined {
  let known = looked.get(all);
  if (!known) {
    // Of two of one id the first counts.
    known = new Map(all.toReversed().map((one) => [one.id, one]));
    looked.set(all, known);
  }
  // safe because the map holds what stands in the list
  return known.get(id) as T | undefined;
}
