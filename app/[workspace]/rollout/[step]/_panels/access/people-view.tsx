import Link from 'next/link';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Checkbox } from '#components/ui/choice';
import { EmptyState } from '#components/ui/empty-state';
import { Field } from '#components/ui/field';
import { Table, TableCell, TableRow } from '#components/ui/table';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { peopleWords } from '#lib/domain/rbac/counted';
import { readPeople } from '#lib/queries/people';
import { requireContext } from '#lib/shell/context';
import { accessHref, oneOf, panelHref } from '#access/access-address';
import { createPersonAction } from '#access/actions';
import { GetForm } from '#access/get-form';
import { NewPerson } from './person-form';
import { peopleSearch } from '#access/people-search';
import type { ViewProps } from '#access/view-props';

/** The customer's people: search, a page at a time, and the way to each one's access. */
export async function PeopleView({ slug, access, mayPlace, search }: ViewProps) {
  const asked = peopleSearch(search);
  const found = await readPeople(await requireContext(slug), asked.query);
  const { people = [], count = 0, next = null } = found ?? {};
  const isNarrowed = Object.keys(asked.kept).length > 0;
  return (
    <>
      <Box
        title={asked.query.losing === 'true' ? 'People who lost workspace defaults' : 'People'}
        meta={peopleWords(count)}
        footer={pagesOf({ slug, kept: asked.kept, isFirst: !asked.query.cursor, next })}
        flush
      >
        <div className="border-b border-line p-4">
          <GetForm action={panelHref(slug)} kept={{ view: 'people' }} submit="Search">
            <Field
              label="Search"
              name="search"
              autoComplete="off"
              hint="Any part of name or e-mail."
              defaultValue={asked.query.search ?? ''}
            />
            <Checkbox name="losing" value="true" defaultChecked={asked.query.losing === 'true'}>
              Only people who lost workspace defaults
            </Checkbox>
          </GetForm>
        </div>
        {people.length === 0 ? (
          <div className="p-4">
            <Nobody isNarrowed={isNarrowed} group={groupName(access, oneOf(search.group))} />
          </div>
        ) : (
          <Rows slug={slug} access={access} people={people} />
        )}
      </Box>
      {mayPlace ? (
        <Box title="Add a person">
          <NewPerson action={createPersonAction.bind(null, slug)} />
        </Box>
      ) : (
        <p className="meta">The workspace owner and the IT management owner change people.</p>
      )}
    </>
  );
}

const groupName = ({ groups }: AccessFacts, id: string | undefined) =>
  groups.find((group) => group.id === id)?.name;

function Nobody({ isNarrowed, group }: { isNarrowed: boolean; group: string | undefined }) {
  if (group) return <p>{`Nobody is in ${group}.`}</p>;
  if (isNarrowed) return <p>Nobody fits this search.</p>;
  return (
    <EmptyState title="The customer’s people stand here, each with what they may do and why.">
      Without them nobody can say who loses what. A few are enough to try a role: add them below, a minute
      each.
    </EmptyState>
  );
}

type Listed = { id: string; name: string; email: string; isActive: boolean; groups: readonly string[] };

const columns = [{ label: 'Person' }, { label: 'E-mail' }, { label: 'Groups' }];

function Rows({ slug, access, people }: Pick<ViewProps, 'slug' | 'access'> & { people: readonly Listed[] }) {
  const names = new Map(access.groups.map(({ id, name }) => [id, name]));
  return (
    <Table label="People" columns={columns}>
      {people.map(({ id, name, email, isActive, groups }) => (
        <TableRow key={id} head={<Link href={accessHref(slug, { view: 'person', id })}>{name}</Link>}>
          <TableCell>
            {email}
            {isActive ? null : <span className="meta block">Deactivated</span>}
          </TableCell>
          <TableCell>
            {groups.map((group) => names.get(group) ?? '').join(', ') || (
              <span className="text-text-3">none</span>
            )}
          </TableCell>
        </TableRow>
      ))}
    </Table>
  );
}

type PagesProps = { slug: string; kept: Record<string, string>; isFirst: boolean; next: string | null };

/** Ways to other pages; null where all stand on one. */
function pagesOf({ slug, kept, isFirst, next }: PagesProps) {
  if (isFirst && next === null) return null;
  return (
    <>
      {isFirst ? null : (
        <LinkButton small href={accessHref(slug, { view: 'people' }, kept)}>
          First 50
        </LinkButton>
      )}
      {next === null ? null : (
        <LinkButton small href={accessHref(slug, { view: 'people' }, { ...kept, cursor: next })}>
          Next 50
        </LinkButton>
      )}
    </>
  );
}
