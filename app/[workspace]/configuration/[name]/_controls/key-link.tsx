import { LinkButton } from '#components/ui/button';
import type { TextName } from '#lib/domain/config-text/text-view';
import type { readConfigKeys } from '#lib/queries/config-keys';
import { fileAddress } from './file-address';

/** The keys of a file, set and not set. */
export type Keys = NonNullable<Awaited<ReturnType<typeof readConfigKeys>>>;

/** Which file of which workspace, and whether the caller may change it. */
export type KeyPlace = { slug: string; name: TextName; editable: boolean };

type Props = KeyPlace & { path: readonly string[]; dotted: string; words: string };

/** The way to a key's own form. */
export function KeyLink({ slug, name, path, dotted, words, editable }: Props) {
  // A name of the customer’s own has to be said first, in the text.
  if (!editable || path.includes('*')) return null;
  return (
    <LinkButton small variant="quiet" href={fileAddress(slug, name, { key: path })}>
      <span>
        {words}
        <span className="sr-only"> {dotted}</span>
      </span>
    </LinkButton>
  );
}
