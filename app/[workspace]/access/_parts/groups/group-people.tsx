import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { peopleWords } from '#lib/domain/rbac/counted';
import { readPeople } from '#lib/queries/people';
import { requireContext } from '#lib/shell/context';
import { accessHref } from '#access/access-address';
import { FindPeople } from '#access/find-people';
import { GetForm } from '#access/get-form';
import { PeopleBoxes, type Listed } from '#access/people-boxes';
import type { ViewProps } from '#access/view-props';

const shown = 20;

type Props = ViewProps & { group: GroupSummary };

/** Who is in a group, and the way to put somebody into it or take somebody out. */
export async function GroupPeople(props: Props) {
  const { slug, mayPlace, group } = props;
  const found = await readPeople(await requireContext(slug), { group: group.id, limit: shown });
  const { people = [], count = 0 } = found ?? {};
  const editable = mayPlace && group.source === 'manual';
  const href = accessHref(slug, { view: 'people' }, { group: group.id });

  return (
    <Box
      title={`People in ${group.name}`}
      meta={peopleWords(count)}
      footer={
        count > 0 ? (
          <LinkButton small variant="quiet" href={href}>
            {`List ${peopleWords(count)}`}
          </LinkButton>
        ) : null
      }
    >
      <div className="grid gap-4">
        {count === 0 ? (
          <p className="text-text-2">Nobody is in it yet.</p>
        ) : (
          <Present slug={slug} groupId={group.id} people={people} editable={editable} count={count} />
        )}
        {editable ? <FindPeople {...props} /> : null}
      </div>
    </Box>
  );
}

type PresentProps = {
  slug: string;
  groupId: string;
  people: readonly Listed[];
  editable: boolean;
  count: number;
};

function Present({ slug, groupId, people, editable, count }: PresentProps) {
  if (!editable) return <p>{people.map(({ name }) => name).join(', ')}</p>;
  const hint = count > shown ? `The first ${shown} by name.` : undefined;
  return (
    <GetForm action={accessHref(slug, { view: 'group', id: groupId })} kept={{}} submit="Take out…">
      <PeopleBoxes name="out" legend="In it" hint={hint} people={people} />
    </GetForm>
  );
}
