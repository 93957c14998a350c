import type { readCertificates } from '#lib/queries/certificates';
import type { readVersion } from '#lib/queries/config-versions';

/** A version as its page has it. */
export type PageVersion = NonNullable<Awaited<ReturnType<typeof readVersion>>>;

/** What clients make of a version, as its page has it. */
export type PageCertificates = NonNullable<Awaited<ReturnType<typeof readCertificates>>>;

/** A version on its page, with what it takes to tell times. */
export type ShownVersion = { slug: string; version: PageVersion; now: Date; zone: string };
