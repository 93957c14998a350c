import type { ReactNode } from 'react';
import Link from 'next/link';
import { VendorLink } from '#components/guide/vendor-link';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { EmptyState } from '#components/ui/empty-state';
import { DefinitionList } from '#components/ui/facts';
import { NumberedList } from '#components/ui/list';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { environmentFields, environmentSteps } from '#lib/catalog/cloud';
import { visibilityTexts } from '#lib/catalog/cloud-states';
import { links } from '#lib/catalog/links';
import type { CloudEnvironment } from '#lib/domain/environments/environment';
import { readEnvironments } from '#lib/queries/environments';
import type { LabelEra } from '#lib/domain/rollout/label-era';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { cloudViewerOf, type CloudViewer } from './cloud-viewer';
import { EnvironmentFinding } from './environment-finding';
import { TaskHead } from './task-head';

const columns = [
  { label: 'Environment' },
  { label: 'Repository', width: 220 },
  { label: 'Seen by', width: 110 },
  { label: 'Owner', width: 150 },
  { label: 'Collaborators', width: 200 },
];

/** Row 4.6: the environments of Codex cloud, and the allowed repositories that have none. */
export async function EnvironmentsPanel(props: PanelProps) {
  const viewer = await cloudViewerOf(props);
  const found = await readEnvironments(await requireContext(props.slug));
  const status = props.step.tasks.find(({ task }) => task.id === 'cloud.environment');
  if (!status || !found) return null;

  return (
    <Box
      title="Environments"
      meta={
        viewer.editable ? (
          <LinkButton small href={viewer.href({ environment: 'new' })} scroll={false}>
            Add an environment…
          </LinkButton>
        ) : undefined
      }
      footer={
        <span className="meta">
          {viewer.readOnly ?? 'Row 4.6. Environments are created in Codex; here they are written down.'}
        </span>
      }
      flush
    >
      <div className="grid gap-3 p-4">
        <TaskHead status={status} viewer={viewer} />
        <EnvironmentFinding slug={props.slug} viewer={viewer} />
        <Help era={viewer.era} />
      </div>
      <Environments
        environments={found.environments}
        viewer={viewer}
        open={String(props.search.environment)}
      />
    </Box>
  );
}

function Help({ era }: { era: LabelEra }) {
  return (
    <div className="grid gap-1">
      <Disclosure summary="How an environment is created">
        <NumberedList>
          {environmentSteps.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </NumberedList>
        <p className="meta mt-2">
          <VendorLink link={links.environmentSettings} era={era} />. Codex sets most of it up by itself; leave
          the advanced fields until something is slow.
        </p>
      </Disclosure>
      <Disclosure summary="What each field of an environment does">
        <DefinitionList facts={environmentFields.map(({ title, text }) => ({ term: title, value: text }))} />
      </Disclosure>
    </div>
  );
}

type ListProps = { environments: readonly CloudEnvironment[]; viewer: CloudViewer; open: string };

function Environments({ environments, viewer, open }: ListProps) {
  if (environments.length === 0) {
    return (
      <div className="border-t border-line p-4">
        <EmptyState title="No environment is written down yet.">
          A task in Codex cloud begins in one. Create the first for the repository most relevant to your
          developers.
        </EmptyState>
      </div>
    );
  }
  return (
    <Table label="Environments" columns={columns}>
      {environments.map((environment) => (
        <TableRow key={environment.id} selected={environment.id === open} head={nameOf(environment, viewer)}>
          <TableCell>{environment.repository}</TableCell>
          <TableCell>{visibilityTexts[environment.visibility].label}</TableCell>
          <TableCell>{environment.owner}</TableCell>
          <TableCell>{environment.collaborators.join(', ') || 'Nobody else'}</TableCell>
        </TableRow>
      ))}
    </Table>
  );
}

function nameOf({ id, name }: CloudEnvironment, viewer: CloudViewer): ReactNode {
  if (!viewer.editable) return name;
  return (
    <Link href={viewer.href({ environment: id })} scroll={false} prefetch={false}>
      {name}
    </Link>
  );
}
