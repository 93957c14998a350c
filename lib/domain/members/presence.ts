const hereMinutes = 6;

/**
 * Whether somebody is here now: a living session was used within six minutes.
 *
 * The use of a session is noted every five minutes, so one who works on is never told as gone.
 */
export const isHere = (lastUsedAt: Date | null, now: Date): boolean =>
  lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < hereMinutes * 60_000;
