import { Field } from '#components/ui/field';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { readPeople } from '#lib/queries/people';
import { requireContext } from '#lib/shell/context';
import { accessHref } from './access-address';
import { GetForm } from './get-form';
import { PeopleBoxes } from './people-boxes';
import { searchedText } from './people-search';
import type { ViewProps } from './view-props';

const shown = 20;

/** Finds people who are not in a group yet, to put them into it. */
export async function FindPeople({ slug, access, search, group }: ViewProps & { group: GroupSummary }) {
  const find = searchedText(search.find);
  const href = accessHref(slug, { view: 'group', id: group.id });
  const found =
    find === ''
      ? null
      : await readPeople(await requireContext(slug), { search: find, notIn: group.id, limit: shown });
  const others = found?.people ?? [];
  const hint =
    access.profiles.length === 0 ? 'Add people on the tab People first.' : 'Any part of name or e-mail.';
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <GetForm action={href} kept={{}} submit="Find people">
        <Field
          label="Put people into the group"
          name="find"
          autoComplete="off"
          hint={hint}
          defaultValue={find}
        />
      </GetForm>
      {find !== '' && others.length === 0 ? <p>{`Nobody else is called “${find}”.`}</p> : null}
      {others.length > 0 ? (
        <GetForm action={href} kept={{ find }} submit="Put into the group…">
          <PeopleBoxes name="add" legend={`Found for “${find}”`} people={others} />
        </GetForm>
      ) : null}
    </div>
  );
}
