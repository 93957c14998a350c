/** An address of the vendor that the guide sends people to. Addresses move, so each says when it was last right. */
export type GuideLink = {
  title: string;
  url: string;
  /** Day (YYYY-MM-DD) of the newest material in which the address was found in use. */
  lastKnownGood: string;
  /** Where the same thing is found later, in words; null while no move is known. */
  moved: { since: Season; where: string } | null;
  /** Newer addresses of the same thing, oldest first; a title where the vendor gave it another. */
  later: readonly { since: Season; url: string; lastKnownGood: string; title?: string }[];
};

/** A period the sources tell apart: its first month (YYYY-MM) and its words on a screen. */
export type Season = { month: string; words: string };
