import type { Route } from 'next';
import Link from 'next/link';
import { Note } from '#components/ui/note';
import { fileOfText } from '#lib/domain/config-text/text-view';
import { readConfigText } from '#lib/queries/config-texts';
import { readConfigPolicies } from '#lib/queries/config-policies';
import { requireContext } from '#lib/shell/context';

const errorWords = (errors: number) => (errors === 1 ? '1 error' : `${errors} errors`);

/** Where errors stand in the way of a version: how many, and the way to where they are mended. */
export type Wrong = { href: Route; words: string };

/** What stands in the way of a version, in the files of the draft and in the policies for groups. */
export async function whatIsWrong(slug: string): Promise<Wrong[]> {
  const ctx = await requireContext(slug);
  const [text, policies] = await Promise.all([
    readConfigText(ctx, { name: 'requirements' }),
    readConfigPolicies(ctx),
  ]);
  const files = (text?.sums ?? []).map(({ name, errors }) => ({
    errors,
    // safe because a slug and a name are lower-case words and hyphens
    href: `/${slug}/configuration/${name}?view=findings` as Route,
    where: fileOfText[name],
  }));
  const others = (policies?.policies ?? []).map(({ id, name, findings }) => ({
    errors: findings.filter(({ severity }) => severity === 'error').length,
    // safe because a slug is lower-case words and hyphens, and an id a UUID
    href: `/${slug}/configuration/layers?policy=${id}#policy` as Route,
    where: `the policy “${name}”`,
  }));
  return [...files, ...others]
    .filter(({ errors }) => errors > 0)
    .map(({ errors, href, where }) => ({ href, words: `${errorWords(errors)} in ${where}` }));
}

/** Says before anybody presses what a version is refused for, with the ways to where it is mended. */
export function ErrorsLeft({ wrong }: { wrong: readonly Wrong[] }) {
  if (wrong.length === 0) return null;
  return (
    <Note tone="blocked" title="The draft cannot be kept yet: some client would not do what it says.">
      {wrong.map(({ href, words }, at) => (
        <span key={href}>
          {at === 0 ? '' : ' '}
          <Link className="in-words" href={href}>
            {words}
          </Link>
          {at === wrong.length - 1 ? ': mend them first.' : ','}
        </span>
      ))}
    </Note>
  );
}
