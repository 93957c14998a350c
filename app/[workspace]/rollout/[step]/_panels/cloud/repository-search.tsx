import type { Route } from 'next';
import { Button } from '#components/ui/button';
import { Field } from '#components/ui/field';
import { Tabs } from '#components/ui/tabs';
import { repositoryFilters, type RepositoryFilter } from '#lib/domain/repositories/repository-filter';
import type { RepositoryFacts } from '#lib/domain/repositories/repository-facts';
import { rolloutOf } from '#lib/shell/rollout';
import type { CloudViewer } from './cloud-viewer';

const words: Readonly<Record<RepositoryFilter, string>> = {
  all: 'All',
  allowed: 'Allowed',
  not_allowed: 'Not allowed',
  no_environment: 'Without environment',
  review_off: 'Review off',
};

const counts: Readonly<Record<RepositoryFilter, (facts: RepositoryFacts) => number>> = {
  all: ({ total }) => total,
  allowed: ({ allowed }) => allowed,
  not_allowed: ({ total, allowed }) => total - allowed,
  no_environment: ({ uncovered }) => uncovered,
  review_off: ({ allowed, reviewed }) => allowed - reviewed,
};

type Props = { slug: string; filter: RepositoryFilter; find: string; viewer: CloudViewer };

/** Which repositories are listed: by state, and by part of a name. Nothing while the list is empty. */
export async function RepositorySearch({ slug, filter, find, viewer }: Props) {
  const { repositories } = (await rolloutOf(slug)).facts;
  if (repositories.total === 0) return null;
  const place = viewer.href().split('?')[0] ?? '';
  const hrefOf = (one: RepositoryFilter) => {
    const query = new URLSearchParams({
      ...(one === 'all' ? {} : { repositories: one }),
      ...(find && { find }),
    });
    // safe because it is the address of this very page
    return `${place}?${query.toString()}#repositories` as Route;
  };

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line px-4 py-2">
      <Tabs
        label="Repositories by state"
        tabs={repositoryFilters.map((one) => ({
          label: `${words[one]} ${counts[one](repositories).toLocaleString('en')}`,
          href: hrefOf(one),
          current: one === filter,
        }))}
      />
      <form
        action={`${place}#repositories`}
        role="search"
        aria-label="Repositories"
        className="flex items-center gap-2"
      >
        {filter === 'all' ? null : <input type="hidden" name="repositories" value={filter} />}
        <Field
          label="Part of a name"
          hideLabel
          name="find"
          type="search"
          placeholder="Part of a name"
          defaultValue={find}
          maxLength={140}
        />
        <Button type="submit" small>
          Find
        </Button>
      </form>
    </div>
  );
}
