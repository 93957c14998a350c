import { GetForm } from '#access/get-form';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Field, Select } from '#components/ui/field';
import { permissionKeys, permissions as catalog } from '#lib/catalog/permissions';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import type { Grants } from '#lib/domain/rbac/grants';
import type { DraftScreen } from '#lib/queries/draft-screen';
import { readPeople } from '#lib/queries/people';
import { requireContext } from '#lib/shell/context';
import { addToDraftAction } from './actions';
import { ChangeForm, type ChoiceField } from './change-form';
import { formKinds, isFormKind, type FormKind } from './change-fields';
import { draftHref, type DraftAddress } from './draft-address';

type Props = { screen: DraftScreen; address: DraftAddress };

const peopleShown = 10;

/** A change is chosen in two steps, its kind first; both work before any script has loaded. */
export async function AddChange({ screen, address }: Props) {
  const kind = isFormKind(address.add) ? address.add : null;
  const isAboutPerson = kind !== null && kind.startsWith('membership');
  const { find } = address.chosen;
  const isReady = kind !== null && (!isAboutPerson || find !== '');
  return (
    <Box title="Add a change" id="add">
      <div className="grid gap-4">
        <GetForm
          action={draftHref(address)}
          kept={keptOf(address)}
          submit={isAboutPerson ? 'Find' : 'Choose'}
        >
          <Select
            label="Kind of change"
            name="add"
            defaultValue={kind ?? 'group-role-added'}
            options={Object.entries(formKinds).map(([value, label]) => ({ value, label }))}
          />
          {isAboutPerson ? (
            <Field
              label="Find the person"
              name="find"
              autoComplete="off"
              hint="Any part of name or e-mail."
              defaultValue={find}
            />
          ) : null}
        </GetForm>
        {isReady ? <Chosen {...{ screen, address, kind }} /> : null}
        {isReady ? null : (
          <p>
            <LinkButton small variant="quiet" href={draftHref(address)} scroll={false}>
              Cancel
            </LinkButton>
          </p>
        )}
      </div>
    </Box>
  );
}

const keptOf = ({ list, cursor, chosen }: DraftAddress): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ list, cursor, group: chosen.group, role: chosen.role }).filter(
      ([, value]) => value !== '',
    ),
  );

async function Chosen({ screen, address, kind }: Props & { kind: FormKind }) {
  const { draft, access } = screen;
  const people = kind.startsWith('membership') ? await foundPeople(address) : undefined;
  if (people?.length === 0) return <p>{`Nobody is called “${address.chosen.find}”.`}</p>;
  const before = JSON.stringify(defaultsOf(screen));
  return (
    <div className="border-t border-line pt-4">
      <ChangeForm
        key={`${kind} ${address.chosen.find}`}
        action={addToDraftAction.bind(null, address.slug)}
        hidden={{ id: draft.id, kind, ...(kind.startsWith('default') ? { before } : {}) }}
        version={draft.version}
        fields={fieldsOf(kind, access)}
        people={people}
        chosen={address.chosen}
        closeHref={draftHref(address)}
      />
    </div>
  );
}

async function foundPeople({ slug, chosen }: DraftAddress) {
  const found = await readPeople(await requireContext(slug), { search: chosen.find, limit: peopleShown });
  return (found?.people ?? []).map(({ id, name, email }) => ({ value: id, label: name, second: email }));
}

/** The workspace defaults as the draft leaves them so far. */
function defaultsOf({ changes, access }: DraftScreen): Grants {
  const last = changes.findLast(({ change }) => change.kind === 'default-role-changed')?.change;
  return last?.kind === 'default-role-changed' ? last.permissions : access.defaults.permissions;
}

function fieldsOf(kind: FormKind, { groups, roles }: AccessFacts): ChoiceField[] {
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const role: ChoiceField = { name: 'role', label: 'Role', options: named(roles) };
  const permission: ChoiceField = {
    name: 'permission',
    label: 'Permission',
    options: permissionKeys.map((key) => ({ value: key, label: catalog[key].label })),
  };
  if (kind.startsWith('default')) return [permission];
  if (kind.startsWith('role-permission')) return [role, permission];
  const isEdited = kind.startsWith('membership');
  const open = isEdited ? groups.filter(({ source }) => source === 'manual') : groups;
  const group: ChoiceField = { name: 'group', label: 'Group', options: named(open) };
  return isEdited ? [group] : [group, role];
}
