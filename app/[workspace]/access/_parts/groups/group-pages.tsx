import { accessHref } from '#access/access-address';
import { LinkButton } from '#components/ui/button';
import { groupPageSize, type GroupPage, type GroupPlace } from '#lib/domain/rbac/group-pages';

type Props = { slug: string; kept: Record<string, string>; page: GroupPage; count: number };

/** Which groups stand on the page, and the ways to the pages before and behind it. */
export function GroupPages({ slug, kept, page: { shown, from, next, back }, count }: Props) {
  const at = ({ after, row }: GroupPlace) =>
    accessHref(slug, { view: 'groups' }, row > 0 ? { ...kept, after, from: String(row) } : kept);
  const words = (number: number) => number.toLocaleString('en');
  return (
    <>
      <span className="meta">{`${words(from + 1)} to ${words(from + shown.length)} of ${words(count)}`}</span>
      {back ? (
        <LinkButton small href={at(back)}>
          Back
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton small href={at(next)}>
          {`Next ${String(groupPageSize)}`}
        </LinkButton>
      ) : null}
    </>
  );
}
