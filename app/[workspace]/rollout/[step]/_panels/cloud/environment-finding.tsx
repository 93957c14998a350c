import type { Route } from 'next';
import Link from 'next/link';
import { Note } from '#components/ui/note';
import { readRepositories } from '#lib/queries/repositories';
import { requireContext } from '#lib/shell/context';
import type { CloudViewer } from './cloud-viewer';

const named = 3;

/** The allowed repositories without an environment: a cloud task there fails. Nothing where there is none. */
export async function EnvironmentFinding({ slug, viewer }: { slug: string; viewer: CloudViewer }) {
  const found = await readRepositories(await requireContext(slug), {
    filter: 'no_environment',
    limit: named,
  });
  if (!found || found.total === 0) return null;
  const names = found.repositories.map(({ name }) => name).join(', ');
  const more = found.total - found.repositories.length;
  const place = viewer.href().split('?')[0] ?? '';

  return (
    <Note
      tone="stale"
      icon="triangle-alert"
      title={
        found.total === 1
          ? '1 allowed repository has no environment.'
          : `${found.total} allowed repositories have no environment.`
      }
      action={
        // safe because it is the address of this very page
        <Link className="alone" href={`${place}?repositories=no_environment#repositories` as Route}>
          List them
        </Link>
      }
    >
      {`A cloud task there fails: ${names}${more > 0 ? ` and ${more} more` : ''}.`}
    </Note>
  );
}
