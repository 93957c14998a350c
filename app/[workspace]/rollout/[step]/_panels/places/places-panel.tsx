import type { Route } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { State } from '#components/ui/state';
import { Tabs } from '#components/ui/tabs';
import { systems, type System } from '#lib/catalog/config-files';
import { can } from '#lib/domain/authorization/can';
import { taskAnchor } from '#lib/domain/rollout/task';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { MdmAndCloud } from './mdm-and-cloud';
import { PlacesTable } from './places-table';
import { PrecedenceLists } from './precedence-lists';

const taskId = 'configuration.deployment';

// safe because the keys of a literal are its names
const names = Object.keys(systems) as System[];

/** Row 3.5: where each file goes on each system, what wins, and the word that it is there. */
export async function PlacesPanel({ slug, step, search }: PanelProps) {
  const ctx = await requireContext(slug);
  const status = step.tasks.find(({ task }) => task.id === taskId);
  if (!status) return null;
  const shown = names.find((name) => name === search.system) ?? 'linux';
  const page = `/${slug}/rollout/${step.step.slug}`;
  const mayConfirm = can(ctx.actor, 'task.attest') && status.state !== 'not_applicable';
  const isGiven = status.state === 'done' || status.state === 'stale';
  const tabs = names.map((name) => ({
    label: systems[name].label,
    // safe because the parts are a slug and words of this file
    href: `${page}?system=${name}#places` as Route,
    current: name === shown,
  }));

  return (
    <Box
      id={taskAnchor(taskId)}
      title={status.task.title}
      meta={<State state={status.state} small />}
      footer={
        <>
          <span className="meta">
            {status.reason ?? 'Somebody has to see the files in their places: Slipway cannot look there.'}
          </span>
          {/* safe because the parts are a slug and words of this file */}
          <LinkButton href={`${page}?task=${taskId}` as Route} scroll={false}>
            {mayConfirm ? (isGiven ? 'Proof' : 'Confirm…') : 'Proof'}
          </LinkButton>
        </>
      }
      flush
    >
      <div className="px-4 pt-3">
        <Tabs label="Systems" tabs={tabs} />
      </div>
      {systems[shown].note ? <p className="px-4 py-3 text-text-2">{systems[shown].note}</p> : null}
      <PlacesTable system={shown} />
      <MdmAndCloud />
      <PrecedenceLists />
    </Box>
  );
}
