import type { readConfigText } from '#lib/queries/config-texts';

/** The text of a file with what is to be known about it, as its page reads it. */
export type ConfigText = NonNullable<Awaited<ReturnType<typeof readConfigText>>>;

/** One finding with whether it is accepted. */
export type ShownFinding = ConfigText['findings'][number];
