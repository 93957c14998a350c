import type { Route } from 'next';
import Link from 'next/link';

/** Pages on which tasks are done or can be seen: where a task's id begins so, and what its link says. */
const pages = [
  { prefix: 'posture.', path: '/posture', words: 'Read and acknowledge on the posture page' },
  {
    prefix: 'configuration.deployment',
    path: '/configuration/coverage',
    words: 'See which machines have the release',
  },
];

/** The way to the page of a task; nothing for a task that has none. */
export function ToolLink({ slug, taskId }: { slug: string; taskId: string }) {
  const page = pages.find(({ prefix }) => taskId.startsWith(prefix));
  if (!page) return null;
  return (
    // safe because the parts are a slug and a path of this file
    <Link className="block" href={`/${slug}${page.path}` as Route}>
      {page.words}
    </Link>
  );
}
