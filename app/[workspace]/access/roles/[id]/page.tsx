import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccessFrame } from '#access/access-frame';
import { viewOf } from '#access/access-view';
import { RoleView } from '#access/roles/role-view';
import { namesWords } from '#lib/domain/rbac/counted';

type Props = PageProps<'/[workspace]/access/roles/[id]'>;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { id, access } = await viewOf(props);
  return { title: access.roles.find((one) => one.id === id)?.name ?? 'Role' };
}

/** One custom role. */
export default async function RolePage(props: Props) {
  const { id, ...view } = await viewOf(props);
  const { slug, access } = view;
  const role = access.roles.find((one) => one.id === id) ?? notFound();
  const groups = access.groups.filter(({ roleIds }) => roleIds.includes(id)).map(({ name }) => name);
  return (
    <AccessFrame
      slug={slug}
      place="roles"
      title={role.name}
      meta={<span>{groups.length === 0 ? 'In no group' : `In ${namesWords(groups)}`}</span>}
    >
      <RoleView {...view} role={role} />
    </AccessFrame>
  );
}
