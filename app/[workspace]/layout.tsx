import type { Metadata, Route } from 'next';
import { AccountMenu } from '#components/layout/account-menu';
import { Frame } from '#components/layout/frame';
import { TopBar } from '#components/layout/top-bar';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { SignOut } from './_controls/sign-out';
import { railGroups } from './rail-groups';

export async function generateMetadata({ params }: LayoutProps<'/[workspace]'>): Promise<Metadata> {
  const { membership } = await requireVisit((await params).workspace);
  const { name } = membership.workspace;
  return { title: { default: name, template: `%s · ${name} · Slipway` } };
}

// safe because a slug is lower-case words and hyphens
const homeOf = ({ slug }: { slug: string }) => `/${slug}` as Route;

/** The signed-in shell of one workspace: rail and top bar, showing only what works. */
export default async function WorkspaceLayout({ params, children }: LayoutProps<'/[workspace]'>) {
  const { workspace: slug } = await params;
  const { membership, workspaces } = await requireVisit(slug);
  const { progress } = await rolloutOf(slug);
  const { name, email, workspace } = membership;

  const account = (
    <AccountMenu name={name} email={email}>
      <SignOut />
    </AccountMenu>
  );
  return (
    <Frame
      top={
        <TopBar
          home={homeOf(workspace)}
          workspaceName={workspace.name}
          workspaces={workspaces.map((one) => ({ href: homeOf(one), name: one.name }))}
          account={account}
        />
      }
      groups={railGroups(slug, progress)}
    >
      {children}
    </Frame>
  );
}
