import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { DefinitionList, type Fact } from '#components/ui/facts';
import { State } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { integrationStateTexts } from '#lib/catalog/cloud-states';
import { integrations } from '#lib/catalog/integrations';
import { integrationKeys, neverSetUp, type RecordedIntegration } from '#lib/domain/integrations/integration';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { cloudViewerOf, type CloudViewer } from './cloud-viewer';
import { IntegrationHelp } from './integration-help';

/** Row 4.5: Slack, GitHub and Linear, each set up or left out on purpose. */
export async function IntegrationsPanel(props: PanelProps) {
  const viewer = await cloudViewerOf(props);
  const { facts } = await rolloutOf(props.slug);
  const rows = integrationKeys.flatMap((key) => {
    const status = props.step.tasks.find(
      ({ task: { decidedBy } }) => decidedBy.kind === 'integration' && decidedBy.key === key,
    );
    return status ? [{ status, integration: facts.integrations.get(key) ?? neverSetUp(key) }] : [];
  });

  return (
    <Box
      title="Integrations"
      footer={
        <span className="meta">
          {viewer.readOnly ?? 'Row 4.5. Who records it, and when, is the word on it.'}
        </span>
      }
      flush
    >
      <ul>
        {rows.map(({ status, integration }) => (
          <Row key={integration.key} status={status} integration={integration} viewer={viewer} />
        ))}
      </ul>
    </Box>
  );
}

type RowProps = { status: TaskStatus; integration: RecordedIntegration; viewer: CloudViewer };

function Row({ status: { task, state, reason }, integration, viewer }: RowProps) {
  const { key, version } = integration;
  const { label } = integrations[key];
  return (
    <li id={taskAnchor(task.id)} className="grid gap-3 border-t border-line p-4 first:border-t-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3>{task.title}</h3>
          <p className="meta mt-0.5">
            <State state={state} small /> {reason}
          </p>
        </div>
        {viewer.editable ? (
          <LinkButton small href={viewer.href({ integration: key })} scroll={false}>
            {version === 0 ? `Record ${label}…` : `Change ${label}…`}
          </LinkButton>
        ) : null}
      </div>
      {version > 0 ? <DefinitionList facts={recordFacts(integration, viewer)} /> : null}
      <Disclosure summary={`What ${label} needs, and how it works`}>
        <IntegrationHelp definition={integrations[key]} era={viewer.era} />
      </Disclosure>
    </li>
  );
}

function recordFacts({ state, owner, link, note, at, by }: RecordedIntegration, viewer: CloudViewer): Fact[] {
  const said = at ? (
    <>
      {by}, <Time at={at} now={viewer.now} zone={viewer.zone} />
    </>
  ) : null;
  return [
    { term: 'State', value: integrationStateTexts[state], meta: said },
    ...(owner === null ? [] : [{ term: 'Owner', value: owner }]),
    ...(link === null ? [] : [{ term: 'Link', value: <TypedLink url={link} /> }]),
    ...(note === null ? [] : [{ term: 'Note', value: <span className="whitespace-pre-line">{note}</span> }]),
  ];
}

const TypedLink = ({ url }: { url: string }) => (
  <a className="in-words" href={url} rel="noreferrer">
    {url}
  </a>
);
