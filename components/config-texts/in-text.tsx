import type { Route } from 'next';
import Link from 'next/link';
import type { LeftToText } from '#lib/domain/config-text/left-to-texts';
import { fileOfText, textNames } from '#lib/domain/config-text/text-view';

const whyWords: Readonly<Record<LeftToText['why'], string>> = {
  not_readable: ', which is no TOML as it stands: mend it there first.',
  silent: ', which says nothing of this: clients do as they come. A change here writes it there.',
  otherwise: ', which says it in a way the form has no field for. A change here takes its place.',
};

/** A part that the text of a file decides, why, and the way to that text. */
export function InText({ slug, left: { file, why } }: { slug: string; left: LeftToText }) {
  const name = textNames.find((one) => fileOfText[one] === file) ?? textNames[0];
  return (
    <p>
      {'Left to the text of '}
      {/* safe because a slug and a name are lower-case words and hyphens */}
      <Link href={`/${slug}/configuration/${name}?view=text` as Route}>{file}</Link>
      {whyWords[why]}
    </p>
  );
}
