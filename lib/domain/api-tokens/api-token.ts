import { z } from 'zod';
import { lastDay } from '#lib/domain/members/access-end';

/** A secret with which a program acts as one member, without the secret. */
export type OwnToken = {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** First instant at which it no longer works; null = without end. */
  expiresAt: Date | null;
};

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
