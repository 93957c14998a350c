import { z } from 'zod';
import type { Policy } from './policy';

/** A policy as doors hand it out after a write. */
export const policyView = z.object({
  id: z.string(),
  name: z.string(),
  groupIds: z.array(z.string()),
  text: z.string(),
  /** From 0 up: the first that names a group of a person counts alone. */
  place: z.int(),
  version: z.int(),
});

/** A policy as doors hand it out. */
export type PolicyView = z.output<typeof policyView>;

/** The policy of an id among all; throws where there is none. */
export function toPolicyView(list: readonly Policy[], id: string): PolicyView {
  const place = list.findIndex((one) => one.id === id);
  const policy = list[place];
  // INVARIANT: a command shows a policy that it has just found or stored.
  if (!policy) throw new Error(`there is no policy ${id}`);
  return { ...policy, groupIds: [...policy.groupIds], place };
}
