/** What an earlier answer left for the fields: their errors, and what was typed. */
export type Answered = {
  errors: Readonly<Record<string, readonly string[]>>;
  typed: Readonly<Record<string, string>>;
};
