/** How long a session lives without being ended, in days. */
export const sessionDays = 30;

/** When a session opened at `now` ends by itself. */
export const sessionEnd = (now: Date): Date => new Date(now.getTime() + sessionDays * 24 * 3_600_000);
