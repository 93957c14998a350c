/** Whether the published file is fetched daily, from where, and how the last try went. */
export type EgressFetch = {
  isOn: boolean;
  url: string;
  /** Writes of the switch; 0 while it was never moved. */
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
  triedAt: Date | null;
  /** Why the last try gave nothing; null after one that did. */
  failure: string | null;
};

/** The switch before anybody moved it: off. */
export const neverFetched = (url: string): EgressFetch => ({
  isOn: false,
  url,
  version: 0,
  changedAt: null,
  changedBy: null,
  triedAt: null,
  failure: null,
});

/** What stands as failure from the start of a try until its end. */
export const unfinishedTry = 'The try was not finished.';

const msPerHour = 3_600_000;
const daily = 22 * msPerHour;
const again = msPerHour;

/** Times before which a last try makes the next one due. */
export type DueBefore = { afterSuccess: Date; afterFailure: Date };

/**
 * When the next try is due: 22 hours after one that went well, so that the hourly look keeps the file younger
 * than a day; an hour after one that failed, and an hour after the switch was turned on.
 */
export const dueBefore = (now: Date): DueBefore => ({
  afterSuccess: new Date(now.getTime() - daily),
  afterFailure: new Date(now.getTime() - again),
});
