import type { Member } from './member';

const hereMinutes = 6;

/**
 * Whether somebody is here now: a living session was used within six minutes.
 *
 * The use of a session is noted every five minutes, so one who works on is never told as gone.
 */
export const isHere = (lastUsedAt: Date | null, now: Date): boolean =>
  lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < hereMinutes * 60_000;

/**
 * When a member was last seen here. Sessions belong to an account: what it does after its access to this
 * workspace ended, it does in another one, and that is not told.
 */
export const lastSeenHere = (
  lastUsedAt: Date | null,
  { deactivatedAt, endsAt }: Pick<Member, 'deactivatedAt' | 'endsAt'>,
): Date | null =>
  [deactivatedAt, endsAt].reduce((seen, end) => (seen && end && end < seen ? end : seen), lastUsedAt);
