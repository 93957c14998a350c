import type { AccessFacts } from '#lib/domain/rbac/access-facts';

/** What every view of roles, groups and people is given. */
export type ViewProps = {
  /** The workspace's slug. */
  slug: string;
  access: AccessFacts;
  /** May change roles, defaults and the roles of groups. */
  mayGrant: boolean;
  /** May change people, groups and who is in them. */
  mayPlace: boolean;
  search: Record<string, string | string[] | undefined>;
};
