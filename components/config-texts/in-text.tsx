import type { Route } from 'next';
import Link from 'next/link';
import { decisionPlaces, type FormPart } from '#lib/domain/config-text/decision-places';
import { fileOfText, textNames } from '#lib/domain/config-text/text-view';

/** A part that the text of a file decides in a way the form has no field for, and the way to that text. */
export function InText({ slug, part }: { slug: string; part: FormPart }) {
  const file = decisionPlaces[part][0]?.file;
  const name = textNames.find((one) => fileOfText[one] === file) ?? textNames[0];
  return (
    <p>
      {'Left to the text of '}
      {/* safe because a slug and a name are lower-case words and hyphens */}
      <Link href={`/${slug}/configuration/${name}?view=text` as Route}>{file}</Link>
      {
        ': it cannot be read, says nothing of this, or says it in a way the form has no field for. A change here takes its place.'
      }
    </p>
  );
}
