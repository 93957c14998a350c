import { Box } from '#components/ui/box';
import { Note } from '#components/ui/note';
import { readPersonAccess } from '#lib/queries/people';
import { requireContext } from '#lib/shell/context';
import { oneOf } from '#access/access-address';
import { PersonAccess } from './person-access';
import { PersonGroups } from './person-groups';
import { PersonEnd, PersonLeaving } from './person-end';
import type { ViewProps } from '#access/view-props';

type Props = ViewProps & { id: string };

/** One person: what they may do with the reason for each, their groups, their name and end. */
export async function PersonView({ id, ...props }: Props) {
  const { slug, mayPlace, search } = props;
  const person = await readPersonAccess(await requireContext(slug), { id });
  if (!person) return <Note icon="minus" title="There is no such person any more." />;
  const leaving = oneOf(search.leave);
  if (mayPlace && leaving) return <PersonLeaving slug={slug} person={person} how={leaving} />;

  return (
    <>
      <PersonAccess {...props} person={person} />
      <PersonGroups {...props} person={person} />
      {mayPlace ? (
        <Box title="Name and end">
          <PersonEnd slug={slug} person={person} />
        </Box>
      ) : null}
    </>
  );
}
