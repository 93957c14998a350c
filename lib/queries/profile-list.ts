import 'server-only';
import type { AccessIndex } from '#lib/data/access-index';
import { sha256 } from '#lib/data/sha256';
import { accessKey, accessProfilesOf, type Profile } from '#lib/domain/rbac/everyone/profiles';
import { perIndex } from '#lib/data/per-index';

/** A profile with the id that doors and addresses know it by. */
export type KnownProfile = Profile & { id: string };

/** The id of a profile: opaque, and the same wherever people have the same access. */
export const profileId = (levels: ReadonlyMap<string, number>): string =>
  sha256(accessKey(levels)).slice(0, 16);

const lists = perIndex<readonly KnownProfile[]>();

/** Every profile of an index, the most common first. */
export const profilesOf = (index: AccessIndex): readonly KnownProfile[] =>
  lists(index, '', () =>
    accessProfilesOf(index, index.facts).map((profile) => ({ ...profile, id: profileId(profile.levels) })),
  );

/** The profile of an id, if anybody has it. */
export const profileOf = (index: AccessIndex, id: string): KnownProfile | undefined =>
  profilesOf(index).find((profile) => profile.id === id);
