/** What each part of the form is given. */
export type FormPart = {
  /** Every field's text by name; a box that is not ticked is missing. */
  values: Readonly<Record<string, string>>;
  /** Messages by decision. */
  errors: Readonly<Record<string, readonly string[]>>;
};
