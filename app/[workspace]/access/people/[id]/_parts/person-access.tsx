import { Badge } from '#components/ui/badge';
import { Box } from '#components/ui/box';
import { Disclosure } from '#components/ui/disclosure';
import { Icon } from '#components/ui/icon';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { permissionKeys, permissions as catalog } from '#lib/catalog/permissions';
import { rolesOf } from '#lib/domain/rbac/access-facts';
import { namesWords } from '#lib/domain/rbac/counted';
import { levelLabel, permissionLabel } from '#lib/domain/rbac/permission';
import type { Setting } from '#lib/domain/settings/setting';
import { rolloutOf } from '#lib/shell/rollout';
import type { PersonWithAccess } from './person';
import { reasonFor } from './person-reason';
import type { ViewProps } from '#access/view-props';
import { NearestWays } from './nearest-ways';

const columns = [{ label: 'Permission' }, { label: 'Access', width: 150 }, { label: 'Why' }];

type Props = ViewProps & { person: PersonWithAccess };

/** What one person may do, with the reason for each permission; where they may not, why, and the nearest way. */
export async function PersonAccess(view: Props) {
  const { slug, access, person } = view;
  const { facts } = await rolloutOf(slug);
  const lost = person.lostDefaults;
  const levels = new Map(person.permissions.map(({ permission, level }) => [permission, level]));
  const granted = [...levels.keys()];
  const known: readonly string[] = permissionKeys;
  const all = [...permissionKeys, ...granted.filter((key) => !known.includes(key))];
  const near = all.filter((key) => key.startsWith('codex.') || granted.includes(key) || lost.includes(key));
  const far = all.filter((key) => !near.includes(key));
  const row = (key: string) => (
    <TableRow key={key} head={levelLabel(key, levels.get(key) ?? 0, catalog)}>
      <TableCell>
        <Mark isGranted={levels.has(key)} isLost={lost.includes(key)} />
      </TableCell>
      <TableCell>
        {reasonFor(key, person, access)}
        {levels.has(key) ? (
          <>
            <Toggle permission={key} settings={facts.settings} />
            <Disputed permission={key} person={person} access={access} />
          </>
        ) : (
          <NearestWays {...view} permission={key} />
        )}
      </TableCell>
    </TableRow>
  );
  return (
    <Box title="What they may do, and why" flush>
      {lost.length > 0 ? <Left name={person.name} lost={lost} /> : null}
      <Table label={`What ${person.name} may do`} columns={columns}>
        {near.map(row)}
      </Table>
      {far.length > 0 ? (
        <div className="border-t border-line p-4">
          <Disclosure summary={`${far.length} further permissions that nothing grants`}>
            <Table label={`What else ${person.name} may not do`} columns={columns}>
              {far.map(row)}
            </Table>
          </Disclosure>
        </div>
      ) : null}
    </Box>
  );
}

/** The trap, told to whoever looks at one person. */
function Left({ name, lost }: { name: string; lost: readonly string[] }) {
  const labels = lost.map((key) => permissionLabel(key, catalog)).join(', ');
  return (
    <p className="flex gap-2 border-b border-line p-4 text-read">
      <Icon name="log-out" tone="stale" />
      <span>
        <strong>The workspace defaults do not apply.</strong>{' '}
        {`A custom role switches them off, and none of ${name}’s roles grants again: ${labels}.`}
      </span>
    </p>
  );
}

function Mark({ isGranted, isLost }: { isGranted: boolean; isLost: boolean }) {
  if (isGranted) {
    return (
      <span className="state">
        <Icon name="check" tone="done" /> Yes
      </span>
    );
  }
  return (
    <span className="state">
      <Icon name="minus" tone={isLost ? 'blocked' : 'quiet'} /> {isLost ? 'Lost' : 'No'}
    </span>
  );
}

type DisputedProps = { permission: string } & Pick<Props, 'person' | 'access'>;

/** Says that one role has it off while another grants it: it is granted, and the vendor may see it otherwise. */
function Disputed({ permission, person, access }: DisputedProps) {
  const disputed = person.disputedOff.find((one) => one.permission === permission);
  if (!disputed) return null;
  const names = namesWords(rolesOf(disputed.roles, access).map(({ name }) => name));
  return (
    <span className="meta block">
      <Badge tone="stale">disputed Off</Badge>{' '}
      {`${names} says Off. That On wins is not confirmed by the vendor.`}
    </span>
  );
}

type ToggleProps = { permission: string; settings: ReadonlyMap<string, Setting> };

/** Says that the permission is granted in vain while its toggle is off; the grant itself stays. */
function Toggle({ permission, settings }: ToggleProps) {
  const definition = Object.entries(catalog).find(([key]) => key === permission)?.[1];
  const setting = definition?.toggle ? settings.get(definition.toggle) : undefined;
  if (!setting || setting.version === 0 || setting.wanted) return null;
  return (
    <>
      {' '}
      <Badge tone="stale">granted, but the toggle is off</Badge>
    </>
  );
}
