import { Button, LinkButton } from '#components/ui/button';
import { Checkbox } from '#components/ui/choice';
import { Disclosure } from '#components/ui/disclosure';
import { Field, FieldGrid, Select } from '#components/ui/field';
import { permissions as catalog } from '#lib/catalog/permissions';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { accessPath } from '#access/access-places';
import { peopleHref, type PeopleAddress } from './people-address';

/** Names offered while a group is typed; any other may be typed too. */
const offered = 500;

type Props = { address: PeopleAddress; access: AccessFacts };

/** Narrows the list: the search at once, everything else behind it. Works before JavaScript. */
export function PeopleFilters({ address, access }: Props) {
  const { slug, kept } = address;
  const { search, profile, ...others } = kept;
  return (
    <form action={accessPath(slug, 'people')} method="get" role="search" className="grid gap-3">
      {profile ? <input type="hidden" name="profile" value={profile} /> : null}
      {kept.without ? <input type="hidden" name="without" value={kept.without} /> : null}
      {kept.level ? <input type="hidden" name="level" value={kept.level} /> : null}
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-60">
          <Field
            label="Name or e-mail"
            hideLabel
            type="search"
            name="search"
            placeholder="Any part of name or e-mail"
            autoComplete="off"
            maxLength={200}
            defaultValue={search}
          />
        </div>
        <Button type="submit">Search</Button>
        {Object.keys(kept).length > 0 ? (
          <LinkButton variant="quiet" href={peopleHref(slug, {})}>
            Show all
          </LinkButton>
        ) : null}
      </div>
      <Disclosure summary="Filters" open={Object.keys(others).length > 0}>
        <Choices kept={kept} access={access} />
      </Disclosure>
    </form>
  );
}

function Choices({ kept, access }: { kept: PeopleAddress['kept']; access: AccessFacts }) {
  const group = access.groups.find(({ id }) => id === kept.group)?.name ?? kept.group;
  const roles = access.roles.map(({ id, name }) => ({ value: id, label: name }));
  const permissions = Object.entries(catalog).map(([value, { label }]) => ({ value, label }));
  return (
    <FieldGrid>
      <Field label="Group" name="group" list="group-names" autoComplete="off" defaultValue={group} />
      <datalist id="group-names">
        {access.groups.slice(0, offered).map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Select label="Role" name="role" empty="Any" options={roles} defaultValue={kept.role} />
      <Select
        label="Permission"
        name="permission"
        empty="Any"
        options={permissions}
        defaultValue={kept.permission}
      />
      <Select label="Source" name="source" empty="Any" options={sources} defaultValue={kept.source} />
      <Select label="Access" name="active" empty="Any" options={activity} defaultValue={kept.active} />
      <Checkbox name="losing" value="true" defaultChecked={kept.losing === 'true'}>
        Goes without a workspace default
      </Checkbox>
    </FieldGrid>
  );
}

const sources = [
  { value: 'manual', label: 'Added by hand' },
  { value: 'imported', label: 'Imported' },
];
const activity = [
  { value: 'true', label: 'Active' },
  { value: 'false', label: 'Deactivated' },
];
