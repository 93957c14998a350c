import type { readVersion } from '#lib/queries/config-versions';

/** A version as its page has it. */
export type PageVersion = NonNullable<Awaited<ReturnType<typeof readVersion>>>;

/** A version on its page, with what it takes to tell times. */
export type ShownVersion = { slug: string; version: PageVersion; now: Date; zone: string };
