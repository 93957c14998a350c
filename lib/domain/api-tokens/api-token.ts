import { z } from 'zod';
import { futureEnd, lastDay, wrongEnd, type WrongEnd } from '#lib/domain/members/access-end';
import { ok, type Result } from '#lib/domain/result';

/** A secret with which a program acts as one member, without the secret. */
export type OwnToken = {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** First instant at which it no longer works; null = without end. */
  expiresAt: Date | null;
};

/** How often a file of a release was fetched with a token, and when last. */
export const tokenFetch = z.object({ release: z.int(), file: z.string(), times: z.int(), lastAt: z.date() });

/** A token with which machines fetch releases and send receipts, in the name of the member who made it. */
export type DeliveryToken = OwnToken & {
  memberId: string;
  by: string;
  fetches: z.infer<typeof tokenFetch>[];
};

/**
 * When a new token ends: after its last day, or never. A token that makes another cannot give it longer than it
 * has itself: `invalid_input` beside `endsOn`, as for a day that is over.
 */
export function tokenEnd(
  endsOn: string | null,
  { maker, now, zone }: { maker: Date | null; now: Date; zone: string },
): Result<Date | null, WrongEnd> {
  const end = futureEnd(endsOn, { now, zone });
  if (!end.ok || maker === null) return end;
  if (end.value !== null && end.value <= maker) return ok(end.value);
  return wrongEnd(`This API token ends on ${lastDay(maker, zone)}, and makes none that works longer.`);
}

/** A token as doors hand it out; `endsOn` is its last day in the workspace's zone. */
export const tokenView = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
  endsOn: z.string().nullable(),
});

/** A token as doors hand it out. */
export type TokenView = z.infer<typeof tokenView>;

/** A token as doors hand it out. */
export const toTokenView = (
  { id, name, createdAt, lastUsedAt, expiresAt }: OwnToken,
  zone: string,
): TokenView => ({
  id,
  name,
  createdAt,
  lastUsedAt,
  endsOn: expiresAt && lastDay(expiresAt, zone),
});

/** A delivery token as doors hand it out, with what was fetched with it. */
export const deliveryTokenView = tokenView.extend({ by: z.string(), fetches: z.array(tokenFetch) });

/** A delivery token as doors hand it out. */
export type DeliveryTokenView = z.infer<typeof deliveryTokenView>;

/** A delivery token as doors hand it out. */
export const toDeliveryTokenView = (
  { by, fetches, ...token }: DeliveryToken,
  zone: string,
): DeliveryTokenView => ({ ...toTokenView(token, zone), by, fetches });
