import { accessHref } from '#access/access-address';
import { GetForm } from '#access/get-form';
import type { ViewProps } from '#access/view-props';
import { Field, FieldGrid, Select } from '#components/ui/field';
import { groupSources } from '#lib/domain/rbac/directory';
import type { GroupFilter } from '#lib/domain/rbac/group-pages';
import { noRole } from './group-search';
import { sourceWords } from './source-words';

const sources = groupSources.map((value) => ({ value, label: sourceWords[value] }));
const emptiness = [
  { value: 'some', label: 'Somebody active' },
  { value: 'none', label: 'Nobody active' },
];

/** Narrows the list of groups by its address. */
export function GroupFilterForm({ slug, access, filter }: ViewProps & { filter: GroupFilter }) {
  const roles = access.roles.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="border-b border-line p-4">
      <GetForm action={accessHref(slug, { view: 'groups' })} kept={{}} submit="Search">
        <FieldGrid>
          <Field
            label="Search"
            name="search"
            autoComplete="off"
            hint="Any part of the name."
            defaultValue={filter.search ?? ''}
          />
          <Select
            label="Has the role"
            name="role"
            empty="Any or none"
            options={[{ value: noRole, label: 'Without any role' }, ...roles]}
            defaultValue={filter.role === '' ? noRole : (filter.role ?? '')}
          />
          <Select
            label="Where it comes from"
            name="source"
            empty="Anywhere"
            options={sources}
            defaultValue={filter.source ?? ''}
          />
          <Select
            label="People"
            name="people"
            empty="Any number"
            options={emptiness}
            defaultValue={filter.people ?? ''}
          />
        </FieldGrid>
      </GetForm>
    </div>
  );
}
