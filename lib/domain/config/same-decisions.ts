import { canonicalJson } from '#lib/domain/audit/chain';
import type { Decisions } from './decisions';

/** Whether two sets of decisions say the same; both are in canonical order. */
export const sameDecisions = (a: Decisions, b: Decisions): boolean => canonicalJson(a) === canonicalJson(b);
