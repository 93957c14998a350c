import { accessHref } from '#access/access-address';
import { LinkButton } from '#components/ui/button';
import { groupPageSize } from '#lib/domain/rbac/group-pages';

type Props = { slug: string; kept: Record<string, string>; from: number; count: number; shown: number };

/** Which groups stand on the page, and the ways to the pages before and behind it. */
export function GroupPages({ slug, kept, from, count, shown }: Props) {
  const at = (next: number) =>
    accessHref(slug, { view: 'groups' }, next > 0 ? { ...kept, from: String(next) } : kept);
  const words = (number: number) => number.toLocaleString('en');
  return (
    <>
      <span className="meta">{`${words(from + 1)} to ${words(from + shown)} of ${words(count)}`}</span>
      {from > 0 ? (
        <LinkButton small href={at(Math.max(0, from - groupPageSize))}>
          Back
        </LinkButton>
      ) : null}
      {from + shown < count && shown > 0 ? (
        <LinkButton small href={at(from + groupPageSize)}>
          {`Next ${String(groupPageSize)}`}
        </LinkButton>
      ) : null}
    </>
  );
}
