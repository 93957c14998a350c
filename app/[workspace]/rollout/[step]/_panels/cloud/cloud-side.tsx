import { notFound } from 'next/navigation';
import { Panel, PanelPart } from '#components/layout/panel';
import { integrations } from '#lib/catalog/integrations';
import { integrationKeys, neverSetUp } from '#lib/domain/integrations/integration';
import { isId } from '#lib/domain/text';
import { readEnvironments } from '#lib/queries/environments';
import { readRepositories, readRepository } from '#lib/queries/repositories';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { cloudViewerOf, type CloudViewer } from './cloud-viewer';
import { EnvironmentParts } from './environment-parts';
import { setIntegrationAction } from './integrations/actions';
import { IntegrationForm } from './integrations/integration-form';
import { RepositoryParts } from './repository-parts';

/** Whether the address opens one thing of Step 4 beside its page. */
export const opensCloudSide = ({ step, search }: PanelProps): boolean =>
  step.step.panels.some(({ kind }) => kind === 'repositories') &&
  [search.repository, search.environment, search.integration].some((value) => typeof value === 'string');

/** One repository, environment or integration close up, to be added or changed. */
export async function CloudSide(props: PanelProps) {
  const viewer = await cloudViewerOf(props);
  const { repository, environment, integration } = props.search;
  if (typeof repository === 'string') return <RepositorySide id={repository} viewer={viewer} />;
  if (typeof environment === 'string') return <EnvironmentSide id={environment} viewer={viewer} />;
  return <IntegrationSide integrationKey={String(integration)} viewer={viewer} />;
}

type SideProps = { id: string; viewer: CloudViewer };

async function RepositorySide({ id, viewer }: SideProps) {
  const stored = isId(id) ? await readRepository(await requireContext(viewer.slug), { id }) : null;
  if (id !== 'new' && !stored) return <Gone viewer={viewer} />;
  return (
    <Panel kicker="4.1 and 4.4" title={stored?.name ?? 'Add a repository'} closeHref={viewer.href()}>
      {viewer.editable ? <RepositoryParts stored={stored} viewer={viewer} /> : <ReadOnly viewer={viewer} />}
    </Panel>
  );
}

async function EnvironmentSide({ id, viewer }: SideProps) {
  const ctx = await requireContext(viewer.slug);
  const [all, uncovered, allowed] = await Promise.all([
    readEnvironments(ctx),
    readRepositories(ctx, { filter: 'no_environment' }),
    readRepositories(ctx, { filter: 'allowed' }),
  ]);
  const stored = all?.environments.find((environment) => environment.id === id) ?? null;
  if (id !== 'new' && !stored) return <Gone viewer={viewer} />;
  const names = [uncovered, allowed].flatMap((page) => page?.repositories.map(({ name }) => name) ?? []);
  return (
    <Panel kicker="4.6" title={stored?.name ?? 'Add an environment'} closeHref={viewer.href()}>
      {viewer.editable ? (
        <EnvironmentParts stored={stored} repositories={[...new Set(names)]} viewer={viewer} />
      ) : (
        <ReadOnly viewer={viewer} />
      )}
    </Panel>
  );
}

async function IntegrationSide({ integrationKey, viewer }: { integrationKey: string; viewer: CloudViewer }) {
  const key = integrationKeys.find((one) => one === integrationKey);
  if (!key) notFound();
  const { facts } = await rolloutOf(viewer.slug);
  return (
    <Panel kicker="4.5" title={`${integrations[key].label} integration`} closeHref={viewer.href()}>
      {viewer.editable ? (
        <PanelPart>
          <IntegrationForm
            key={key}
            action={setIntegrationAction.bind(null, viewer.slug)}
            stored={facts.integrations.get(key) ?? neverSetUp(key)}
            closeHref={viewer.href()}
          />
        </PanelPart>
      ) : (
        <ReadOnly viewer={viewer} />
      )}
    </Panel>
  );
}

function ReadOnly({ viewer }: { viewer: CloudViewer }) {
  return (
    <PanelPart>
      <p className="meta">{viewer.readOnly}</p>
    </PanelPart>
  );
}

/** In the place of something that was removed since the address was made. */
function Gone({ viewer }: { viewer: CloudViewer }) {
  return (
    <Panel kicker="4" title="No longer in the list" closeHref={viewer.href()}>
      <PanelPart>
        <p className="text-text-2">It was removed. What was written down of it stays in the record.</p>
      </PanelPart>
    </Panel>
  );
}
