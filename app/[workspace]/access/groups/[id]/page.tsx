import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccessFrame } from '#access/access-frame';
import { viewOf } from '#access/access-view';
import { GroupView } from '#access/groups/group-view';
import { sourceWords } from '#access/groups/source-words';
import { peopleWords } from '#lib/domain/rbac/counted';

type Props = PageProps<'/[workspace]/access/groups/[id]'>;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { id, access } = await viewOf(props);
  return { title: access.groups.find((one) => one.id === id)?.name ?? 'Group' };
}

/** One group. */
export default async function GroupPage(props: Props) {
  const { id, ...view } = await viewOf(props);
  const { slug, access } = view;
  const group = access.groups.find((one) => one.id === id) ?? notFound();
  return (
    <AccessFrame
      slug={slug}
      place="groups"
      title={group.name}
      meta={<span>{`${sourceWords[group.source]}, ${peopleWords(group.people)} active`}</span>}
    >
      <GroupView {...view} group={group} />
    </AccessFrame>
  );
}
