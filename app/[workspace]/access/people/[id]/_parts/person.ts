import type { readPersonAccess } from '#lib/queries/people';

/** One person with what they may do and why. */
export type PersonWithAccess = NonNullable<Awaited<ReturnType<typeof readPersonAccess>>>;
