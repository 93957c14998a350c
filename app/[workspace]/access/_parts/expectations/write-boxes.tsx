import { accessPath } from '#access/access-places';
import { Box } from '#components/ui/box';
import { permissions as catalog } from '#lib/catalog/permissions';
import type { Expectation } from '#lib/domain/rbac/expectations/expectation';
import type { Names } from '#lib/domain/rbac/expectations/expectation-words';
import { addExpectationAction, changeExpectationAction, importExpectationsAction } from './actions';
import { ExpectationForm, type Said } from './expectation-form';
import { ImportForm } from './import-form';

const groupsOffered = 200;
const permissions = Object.entries(catalog).map(([value, { label }]) => ({ value, label }));
const offered = ({ groups }: Names) => [...new Set(groups.slice(0, groupsOffered).map(({ name }) => name))];

type EditProps = { slug: string; one: Expectation; version: number; names: Names };

/** Lets one expectation say something else. */
export function EditBox({ slug, one, version, names }: EditProps) {
  const { id, kind, group, permission, people } = one;
  const known = permissions.some(({ value }) => value === permission);
  return (
    <Box title="Edit the expectation" id="edit">
      <ExpectationForm
        key={id}
        action={changeExpectationAction.bind(null, slug)}
        said={{
          ...{ kind, permission, group: groupText(group, names) },
          people: people === null ? '' : String(people),
        }}
        permissions={known ? permissions : [...permissions, { value: permission, label: permission }]}
        groups={offered(names)}
        edited={{ id, version, closeHref: accessPath(slug, 'expectations') }}
      />
    </Box>
  );
}

/** The name where only one group has it, else the id. */
function groupText(id: string | null, { groups }: Names): string {
  const name = groups.find((group) => group.id === id)?.name;
  const alike = groups.filter((group) => group.name.toLowerCase() === name?.toLowerCase());
  return (alike.length === 1 ? name : id) ?? '';
}

/** A new expectation, below the others. */
export function AddBox({ slug, said, names }: { slug: string; said: Said; names: Names }) {
  return (
    <Box title="Add an expectation" id="add">
      <ExpectationForm
        key={JSON.stringify(said)}
        action={addExpectationAction.bind(null, slug)}
        said={said}
        permissions={permissions}
        groups={offered(names)}
      />
    </Box>
  );
}

/** The whole list from a text. */
export function ImportBox({ slug, version }: { slug: string; version: number }) {
  return (
    <Box title="Import from YAML">
      <ImportForm action={importExpectationsAction.bind(null, slug)} version={version} />
    </Box>
  );
}
