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

/** The thing of an id; undefined where there is none. */
export const byId = <T extends { id: string }>(all: readonly T[], id: string): T | undefined =>
  all.find((one) => one.id === id);
