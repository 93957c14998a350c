import type { Duty } from '#lib/domain/owners/owner';
import type { GuideLink } from '#lib/domain/rollout/guide-link';

/** Where the fix of an error lies in this product. */
export type ErrorFix = {
  /** The task at which it is fixed. */
  taskId: string;
  /** The toggle that is the cause; null where it is none. */
  toggle: string | null;
  /** Whose it is to fix. */
  duty: Duty;
  /** What to do, in a sentence or two. */
  text: string;
};

/** One literal text of the vendor's that people meet, and what to do about it. */
export type ErrorText = {
  id: string;
  /** Letter for letter; `{…}` stands where the vendor puts a value of the moment. */
  texts: readonly string[];
  /** Codes that stand for the same. */
  codes: readonly string[];
  /** Where people meet it. */
  where: string;
  means: string;
  fix: ErrorFix;
  link: GuideLink | null;
  source: string;
};

/** The text without the braces of its gaps, for people to read. */
export const shownText = (text: string): string => text.replaceAll(/\{([^}]*)\}/g, '$1');
