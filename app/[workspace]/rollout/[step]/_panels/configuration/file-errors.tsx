import type { Route } from 'next';
import Link from 'next/link';
import { Note } from '#components/ui/note';
import { fileOfText, textNames } from '#lib/domain/config-text/text-view';
import { rolloutOf } from '#lib/shell/rollout';

/** Each file that some client of the fleet would not take as it stands, its first error, and the way to all. */
export async function FileErrors({ slug }: { slug: string }) {
  const { configErrors } = (await rolloutOf(slug)).facts;
  return textNames.map((name) => {
    const held = configErrors[fileOfText[name]];
    if (!held) return null;
    const count = held.count === 1 ? 'an error' : `${held.count} errors`;
    return (
      <Note key={name} tone="blocked" title={`${fileOfText[name]} holds ${count}.`}>
        {`Line ${held.line}: ${held.message} `}
        {/* safe because a slug and a name are lower-case words and hyphens */}
        <Link href={`/${slug}/configuration/${name}?view=findings` as Route}>
          {`Findings of ${fileOfText[name]}`}
        </Link>
      </Note>
    );
  });
}
