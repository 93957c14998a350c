import 'server-only';
import { z } from 'zod';
import { accessIndex } from '#lib/data/access-index';
import { coverOf } from '#lib/domain/rbac/everyone/profiles';
import { defineQuery } from './define-query';
import { profilesOf, type KnownProfile } from './profile-list';

const pageSize = 50;

const profileView = z.object({
  id: z.string(),
  people: z.int(),
  permissions: z.array(z.object({ permission: z.string(), level: z.int() })),
  /** The sets of roles behind it; a set without a role stands for the workspace defaults. */
  roleSets: z.array(z.object({ roles: z.array(z.string()), people: z.int() })),
});

/** An access profile as doors hand it out. */
export type ProfileView = z.output<typeof profileView>;

const toView = ({ id, people, levels, roleSets }: KnownProfile): ProfileView => ({
  id,
  people,
  permissions: [...levels].map(([permission, level]) => ({ permission, level })),
  roleSets: roleSets.map((set) => ({ roles: [...set.roleIds], people: set.people })),
});

/**
 * The access profiles: active people with the same access, by whatever roles, the most common first. `cover` is
 * how few of them cover nine people of ten. `cursor` is the id of the last profile of a page, null on the last.
 */
export const readProfiles = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ cursor: z.string().max(64).optional() }),
  output: z.object({
    count: z.int(),
    people: z.int(),
    cover: z.object({ profiles: z.int(), people: z.int() }),
    profiles: z.array(profileView),
    cursor: z.string().nullable(),
  }),
  async run({ ctx: { workspaceId }, db, input: { cursor } }) {
    const all = profilesOf(await accessIndex(db, { workspaceId }));
    const from = cursor ? all.findIndex(({ id }) => id === cursor) + 1 : 0;
    const shown = all.slice(from, from + pageSize);
    return {
      count: all.length,
      people: all.reduce((sum, { people }) => sum + people, 0),
      cover: coverOf(all),
      profiles: shown.map(toView),
      cursor: from + pageSize < all.length ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});
