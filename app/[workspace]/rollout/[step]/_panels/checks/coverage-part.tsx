import type { Route } from 'next';
import { LinkButton } from '#components/ui/button';

/** Once a configuration was released, machines say what they have, and nobody has to look. */
export function CoveragePart({ slug }: { slug: string }) {
  return (
    <div className="grid gap-3 px-4 pb-4">
      <p className="max-w-read text-text-2">
        What machines say decides this: on every system in use at least one machine has the current release,
        and none of those seen in the last 30 days differs. A system is in use where a machine of it was seen,
        or where somebody said that there are some.
      </p>
      <p>
        {/* safe because a slug is lower-case words and hyphens */}
        <LinkButton small href={`/${slug}/configuration/coverage` as Route}>
          Coverage…
        </LinkButton>
      </p>
    </div>
  );
}
