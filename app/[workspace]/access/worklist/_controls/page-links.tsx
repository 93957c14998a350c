import { LinkButton } from '#components/ui/button';
import { accessPath } from '#access/access-places';
import type { WorklistView } from '#lib/domain/console/worklist-view';

type Props = { slug: string; worklist: WorklistView };

/** Which steps of how many stand here, and the way to the others. */
export function PageLinks({ slug, worklist: { from, steps, open } }: Props) {
  const to = from + steps.length;
  if (from === 0 && to >= open) return null;
  const page = (place: number) =>
    accessPath(slug, 'worklist', { search: { from: String(Math.max(0, place)) } });
  return (
    <nav aria-label="Pages of steps" className="flex flex-wrap items-center gap-3">
      <span className="meta">{`${from + 1} to ${to} of ${open.toLocaleString('en')} steps`}</span>
      {from > 0 ? (
        <LinkButton small href={page(from - 50)}>
          Back
        </LinkButton>
      ) : null}
      {to < open ? (
        <LinkButton small href={page(to)}>
          Next
        </LinkButton>
      ) : null}
    </nav>
  );
}
