import type { Route } from 'next';
import Link from 'next/link';
import { Note } from '#components/ui/note';
import { fileOfText, type TextName } from '#lib/domain/config-text/text-view';
import { readConfigText } from '#lib/queries/config-texts';
import { requireContext } from '#lib/shell/context';

/** Files whose errors stand in the way of a version, each with how many there are. */
export async function filesWithErrors(slug: string) {
  const text = await readConfigText(await requireContext(slug), { name: 'requirements' });
  return (text?.sums ?? []).filter(({ errors }) => errors > 0);
}

/** Files whose errors stand in the way of a version. */
export type FilesWithErrors = Awaited<ReturnType<typeof filesWithErrors>>;

// safe because a slug and a name are lower-case words and hyphens
const findingsAddress = (slug: string, name: TextName) =>
  `/${slug}/configuration/${name}?view=findings` as Route;

const errorWords = (errors: number) => (errors === 1 ? '1 error' : `${errors} errors`);

/** Says before anybody presses what a version is refused for, with the ways to where it is mended. */
export function ErrorsLeft({ slug, files }: { slug: string; files: FilesWithErrors }) {
  if (files.length === 0) return null;
  return (
    <Note tone="blocked" title="The draft cannot be kept yet: some client would not do what it says.">
      {files.map(({ name, errors }, at) => (
        <span key={name}>
          {at === 0 ? '' : ' '}
          <Link className="in-words" href={findingsAddress(slug, name)}>
            {`${errorWords(errors)} in ${fileOfText[name]}`}
          </Link>
          {at === files.length - 1 ? ': mend them first.' : ','}
        </span>
      ))}
    </Note>
  );
}
