import { Tabs } from '#components/ui/tabs';
import { activePeople } from '#lib/domain/rbac/access-facts';
import { can } from '#lib/domain/authorization/can';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { accessHref, placeOf, type AccessPlace } from '#access/access-address';
import { AccessView } from './access-view';
import { LossBox } from './loss-box';
import { TasksBox } from './tasks-box';
import type { ViewProps } from '#access/view-props';

const tabOf: Readonly<Record<AccessPlace['view'], 'roles' | 'groups' | 'people'>> = {
  roles: 'roles',
  role: 'roles',
  defaults: 'roles',
  suggested: 'groups',
  groups: 'groups',
  group: 'groups',
  people: 'people',
  person: 'people',
};

/** Rows 2.1–2.6: who loses workspace defaults, then roles, groups and people. */
export async function AccessPanel({ slug, step, search }: PanelProps) {
  const [{ actor }, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  const { access } = facts;
  const tasks = step.tasks.filter(({ task }) => task.decidedBy.kind === 'access');
  const view: ViewProps = {
    slug,
    access,
    mayGrant: can(actor, 'access.write'),
    mayPlace: can(actor, 'directory.write'),
    search,
  };
  const place = placeOf(search);
  const tab = (name: 'roles' | 'groups' | 'people', label: string) => ({
    label,
    href: accessHref(slug, { view: name }),
    current: tabOf[place.view] === name,
  });

  return (
    <>
      <LossBox slug={slug} mayGrant={view.mayGrant} />
      <TasksBox slug={slug} tasks={tasks} />
      <div id="access-view" className="grid grid-cols-1 gap-5">
        <Tabs
          label="Roles, groups and people"
          tabs={[
            tab('roles', `Roles ${access.roles.length.toLocaleString('en')}`),
            tab('groups', `Groups ${access.groups.length.toLocaleString('en')}`),
            tab('people', `People ${activePeople(access).toLocaleString('en')}`),
          ]}
        />
        <AccessView place={place} {...view} />
      </div>
    </>
  );
}
