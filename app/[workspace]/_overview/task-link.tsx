import type { Route } from 'next';
import Link from 'next/link';
import { taskPath } from '#lib/catalog/task-path';

/** Leads to a task's row on the page of its step. */
export function TaskLink({ slug, taskId, children }: { slug: string; taskId: string; children: string }) {
  return (
    // safe because taskPath gives an address of this app
    <Link href={taskPath(slug, taskId) as Route} prefetch={false}>
      {children}
    </Link>
  );
}
