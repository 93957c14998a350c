import { Box } from '#components/ui/box';
import { LinkButton, PlaceButton } from '#components/ui/button';
import { repositoryFilters, type RepositoryFilter } from '#lib/domain/repositories/repository-filter';
import { searchText } from '#lib/domain/text';
import { readRepositories } from '#lib/queries/repositories';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { cloudViewerOf, type CloudViewer } from './cloud-viewer';
import { RepositoryHelp } from './repository-help';
import { RepositoryPages } from './repository-pages';
import { RepositorySearch } from './repository-search';
import { RepositoryTable } from './repository-table';
import { importRepositoriesAction } from './repositories/actions';
import { ImportForm } from './repositories/import-form';
import { TaskHead } from './task-head';

const oneOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

const longest = 140;
/** A part of a name; what makes no sense is passed over. */
const searched = searchText({ max: longest }).catch('');

/** Row 4.4: the repositories of Codex cloud, with what the connector may reach and where code review runs. */
export async function RepositoriesPanel(props: PanelProps) {
  const { slug, step, search } = props;
  const viewer = await cloudViewerOf(props);
  const filter: RepositoryFilter = repositoryFilters.find((one) => one === search.repositories) ?? 'all';
  const find = searched.parse(oneOf(search.find).slice(0, longest));
  const after = searched.parse(oneOf(search.after).slice(0, longest));
  const page = await readRepositories(await requireContext(slug), {
    filter,
    find,
    ...(after === '' ? {} : { after }),
  });
  const status = step.tasks.find(({ task }) => task.id === 'cloud.code_review');
  if (!status || !page) return null;

  return (
    <Box
      title="Repositories"
      meta={<Buttons viewer={viewer} search={{ filter, find }} />}
      flush
      footer={<RepositoryPages page={page} viewer={viewer} />}
    >
      <div className="grid gap-3 p-4">
        <TaskHead status={status} viewer={viewer} />
        <RepositoryHelp era={viewer.era} />
        {viewer.editable && search.import === 'repositories' ? (
          <ImportForm action={importRepositoriesAction.bind(null, slug)} closeHref={viewer.href()} />
        ) : null}
      </div>
      <RepositorySearch slug={slug} filter={filter} find={find} viewer={viewer} />
      <RepositoryTable
        page={page}
        viewer={viewer}
        open={oneOf(search.repository)}
        searched={filter !== 'all' || find !== ''}
      />
    </Box>
  );
}

type ButtonsProps = { viewer: CloudViewer; search: { filter: RepositoryFilter; find: string } };

function Buttons({ viewer, search }: ButtonsProps) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {viewer.editable ? (
        <>
          <LinkButton small href={viewer.href({ repository: 'new' })} scroll={false}>
            Add a repository…
          </LinkButton>
          <LinkButton small href={viewer.href({ import: 'repositories' })} scroll={false}>
            Import CSV…
          </LinkButton>
        </>
      ) : null}
      <PlaceButton
        small
        variant="quiet"
        icon="download"
        href={`/api/v1/workspaces/${viewer.slug}/repositories/export?${new URLSearchParams(search).toString()}`}
      >
        Download CSV
      </PlaceButton>
    </span>
  );
}
