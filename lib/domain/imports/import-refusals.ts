/** Why files were not taken, for a page that only knows the code of the refusal. */
const sentences: ReadonlyMap<string, string> = new Map(
  Object.entries({
    file_refused:
      'A file cannot be read. Give CSV or JSON as UTF-8 or UTF-16, with the columns of the sample files',
    unknown_file: 'A file is none of people.csv, groups.csv and memberships.csv.',
    file_twice: 'There are two files of one kind. Send one.',
    no_file: 'Choose a file first.',
    too_large: 'Send at most 512 MB at once.',
    upload_broken: 'The files did not arrive whole. Send them again.',
    forbidden: 'Your app role may not import.',
    unauthenticated: 'Sign in again, then send the files.',
    invalid_input: 'Something that was chosen is not known here.',
  }),
);

/** A refusal in words, by its code and the line at which a file stopped making sense. */
export function importRefusalWords(code: string, line?: string): string {
  const sentence = sentences.get(code) ?? 'The files could not be taken. Nothing was changed; try again.';
  if (code !== 'file_refused') return sentence;
  return line !== undefined && /^\d{1,9}$/.test(line)
    ? `${sentence}; it ends in line ${line}.`
    : `${sentence}.`;
}
