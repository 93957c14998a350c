import type { AccessFacts } from '#lib/domain/rbac/access-facts';

/** How many active people have a role, through whatever group. */
export const peopleWith = (roleId: string, { profiles }: Pick<AccessFacts, 'profiles'>): number =>
  profiles.filter(({ roleIds }) => roleIds.includes(roleId)).reduce((sum, { people }) => sum + people, 0);
