import type { Route } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { State } from '#components/ui/state';
import { Tabs } from '#components/ui/tabs';
import { systems, type System } from '#lib/catalog/config-files';
import type { PanelProps } from '#lib/shell/panel-props';
import { taskPanel } from '#lib/shell/task-panel';
import { MdmAndCloud } from './mdm-and-cloud';
import { PlacesTable } from './places-table';
import { PrecedenceLists } from './precedence-lists';

const taskId = 'configuration.deployment';

// safe because the keys of a literal are its names
const names = Object.keys(systems) as System[];

/** Row 3.5: where each file goes on each system, and what wins; that it is there is a task of its own. */
export function PlacesPanel({ slug, step, search }: PanelProps) {
  const shown = names.find((name) => name === search.system) ?? 'linux';
  const status = step.tasks.find(({ task }) => task.id === taskId);
  const tabs = names.map((name) => ({
    label: systems[name].label,
    // safe because the parts are slugs and words of the catalogue
    href: `/${slug}/rollout/${step.step.slug}?system=${name}#places` as Route,
    current: name === shown,
  }));

  return (
    <Box
      title="Where each file goes"
      meta="Row 3.5"
      footer={
        <>
          <span className="meta">
            Slipway cannot look at a computer: somebody says that the files are there.
          </span>
          {status ? (
            <span className="inline-flex items-center gap-3">
              <State state={status.state} small />
              <LinkButton href={taskPanel(slug, taskId)} scroll={false}>
                Files deployed…
              </LinkButton>
            </span>
          ) : null}
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
      <PrecedenceLists slug={slug} />
    </Box>
  );
}
