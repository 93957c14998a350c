import Link from 'next/link';
import { PanelPart } from '#components/layout/panel';
import { State } from '#components/ui/state';
import { toggleHref, type ToggleStatus } from './toggle-status';
import type { Viewer } from './viewer';

type Props = { status: ToggleStatus; all: readonly ToggleStatus[]; viewer: Viewer };

/** The toggles this one needs and those that need it, each with its state; nothing for one that stands alone. */
export function NeedsAndOpens({ status, all, viewer }: Props) {
  const { definition, setting } = status.toggle;
  const needs = all.filter((other) => definition.requires.includes(other.toggle.setting.key));
  const opens = all.filter((other) => other.toggle.definition.requires.includes(setting.key));
  if (needs.length + opens.length === 0) return null;
  return (
    <PanelPart title="Needs and opens">
      <ul className="grid gap-2">
        {needs.map((other) => (
          <Neighbour key={other.task.id} verb="Needs" status={other} viewer={viewer} />
        ))}
        {opens.map((other) => (
          <Neighbour key={other.task.id} verb="Opens" status={other} viewer={viewer} />
        ))}
      </ul>
    </PanelPart>
  );
}

type NeighbourProps = { verb: 'Needs' | 'Opens'; status: ToggleStatus; viewer: Viewer };

function Neighbour({ verb, status: { state, task, toggle }, viewer }: NeighbourProps) {
  return (
    <li className="grid gap-0.5">
      <span>
        {verb}{' '}
        <Link href={toggleHref(viewer.base, toggle.setting.key)} scroll={false}>
          {toggle.definition.row} {task.title}
        </Link>
      </span>
      <State state={state} small />
    </li>
  );
}
