import type { readVersions } from '#lib/queries/config-versions';

/** A page of versions as the queries give it. */
export type VersionList = NonNullable<Awaited<ReturnType<typeof readVersions>>>;
