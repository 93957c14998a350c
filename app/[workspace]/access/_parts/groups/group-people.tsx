import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Field } from '#components/ui/field';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { peopleWords } from '#lib/domain/rbac/counted';
import { peoplePageSize } from '#lib/domain/rbac/people-pages';
import { readPeople } from '#lib/queries/people';
import { requireContext } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { accessHref } from '#access/access-address';
import { FindPeople } from '#access/find-people';
import { GetForm } from '#access/get-form';
import { PeopleBoxes } from '#access/people-boxes';
import type { ViewProps } from '#access/view-props';
import { membersHref, membersSearch, type MembersSearch } from './members-search';

type Props = ViewProps & { group: GroupSummary };

type Page = NonNullable<Awaited<ReturnType<typeof readPeople>>>;

/** Who is in a group, a page at a time and by search, and the way to put somebody into it or take somebody out. */
export async function GroupPeople(props: Props) {
  const { slug, mayPlace, search, group } = props;
  const asked = membersSearch(search);
  const { who, cursor } = asked;
  const narrowed = { ...(who ? { search: who } : {}), ...(cursor ? { cursor } : {}) };
  const page = await orNotFound(readPeople(await requireContext(slug), { group: group.id, ...narrowed }));
  const editable = mayPlace && group.source === 'manual';
  const isLong = who !== '' || cursor !== undefined || page.next !== null;

  return (
    <Box
      id="people"
      title={`People in ${group.name}`}
      meta={who ? `${peopleWords(page.count)} found` : peopleWords(page.count)}
      footer={page.count > 0 ? <Foot {...{ slug, group, asked, page }} /> : null}
    >
      <div className="grid gap-4">
        {isLong ? <Search {...{ slug, group, who }} /> : null}
        <Present {...{ slug, group, asked, page, editable }} />
        {editable ? <FindPeople {...props} /> : null}
      </div>
    </Box>
  );
}

type PartProps = { slug: string; group: GroupSummary; asked: MembersSearch; page: Page };

/** Which of them stand on the page, and the ways to the others. */
function Foot({ slug, group, asked, page }: PartProps) {
  const { people, next, before, count } = page;
  const { who, cursor } = asked;
  const at = (place: number) => place.toLocaleString('en');
  const list = { group: group.id, ...(who ? { search: who } : {}) };
  return (
    <>
      {before === null || people.length === 0 ? null : (
        <span className="meta">{`${at(before + 1)} to ${at(before + people.length)} of ${at(count)}`}</span>
      )}
      {cursor ? (
        <LinkButton small href={membersHref(slug, group.id, { who })}>
          {`First ${peoplePageSize}`}
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton small href={membersHref(slug, group.id, { who, cursor: next })}>
          {`Next ${peoplePageSize}`}
        </LinkButton>
      ) : null}
      <LinkButton small variant="quiet" href={accessHref(slug, { view: 'people' }, list)}>
        {`List ${peopleWords(count)}`}
      </LinkButton>
    </>
  );
}

/** Narrows the people of the group by name or e-mail. */
function Search({ slug, group, who }: { slug: string; group: GroupSummary; who: string }) {
  return (
    <GetForm action={membersHref(slug, group.id, {})} kept={{}} submit="Search the group">
      <Field
        label="Who is in it"
        name="who"
        type="search"
        autoComplete="off"
        maxLength={200}
        hint="Any part of name or e-mail."
        defaultValue={who}
      />
    </GetForm>
  );
}

function Present({ slug, group, asked: { who, cursor }, page, editable }: PartProps & { editable: boolean }) {
  const { people } = page;
  if (people.length === 0) {
    return <p className="text-text-2">{who ? `Nobody in it is called “${who}”.` : 'Nobody is in it yet.'}</p>;
  }
  if (!editable) return <p>{people.map(({ name }) => name).join(', ')}</p>;
  const kept = { ...(who ? { who } : {}), ...(cursor ? { cursor } : {}) };
  return (
    <GetForm action={accessHref(slug, { view: 'group', id: group.id })} kept={kept} submit="Take out…">
      <PeopleBoxes name="out" legend="In it" people={people} />
    </GetForm>
  );
}
