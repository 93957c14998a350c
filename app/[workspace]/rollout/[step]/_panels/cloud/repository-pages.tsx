import type { Route } from 'next';
import { LinkButton } from '#components/ui/button';
import type { CloudViewer } from './cloud-viewer';
import type { RepositoryPage } from './repository-table';

/** Which repositories of how many stand here, the way to the first page and to the next, or who may write. */
export function RepositoryPages({ page, viewer }: { page: RepositoryPage; viewer: CloudViewer }) {
  const { repositories, total, before, next } = page;
  if (repositories.length === 0) return <span className="meta">{viewer.readOnly ?? 'Row 4.4.'}</span>;
  const number = (value: number) => value.toLocaleString('en');
  // safe because it is the address of this very page
  const first = viewer.href().replace(/([?&])after=[^&]*&?/, '$1') as Route;
  return (
    <>
      <span className="meta">
        {`${number(before + 1)} to ${number(before + repositories.length)} of ${number(total)}. ${viewer.readOnly ?? ''}`}
      </span>
      <nav className="flex gap-2" aria-label="Pages of the repositories">
        {before > 0 ? (
          <LinkButton small href={first} scroll={false}>
            First
          </LinkButton>
        ) : null}
        {next === null ? null : (
          <LinkButton small href={viewer.href({ after: next })} scroll={false}>
            Next
          </LinkButton>
        )}
      </nav>
    </>
  );
}
