import 'server-only';
import type { VersionSource } from '#lib/domain/config-versions/draft-files';
import { findConfiguration } from './configurations';
import type { Db } from './db';
import { findLogin } from './login-restrictions';
import { findTeamConfig } from './team-configs';
import { findWorkspace } from './workspaces';

/** What the files of a workspace follow from now; null until somebody chose a baseline. */
export async function findVersionSource(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<VersionSource | null> {
  const { decisions } = await findConfiguration(db, { workspaceId });
  const { restriction: login } = await findLogin(db, { workspaceId });
  const { rules, skills } = await findTeamConfig(db, { workspaceId });
  const workspace = await findWorkspace(db, { workspaceId });
  return decisions && workspace && { decisions, login, teamConfig: { rules, skills }, workspace };
}
