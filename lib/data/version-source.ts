import 'server-only';
import type { VersionSource } from '#lib/domain/config-versions/draft-files';
import { findConfigDraft } from './config-draft';
import { listPolicies } from './config-policies';
import type { Db } from './db';
import { findTeamConfig } from './team-configs';
import { findWorkspace } from './workspaces';

/** What the files of a workspace follow from now; null until somebody chose a baseline or wrote a text. */
export async function findVersionSource(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<VersionSource | null> {
  const { draft } = await findConfigDraft(db, { workspaceId });
  const { rules, skills } = await findTeamConfig(db, { workspaceId });
  const policies = await listPolicies(db, { workspaceId });
  const workspace = await findWorkspace(db, { workspaceId });
  return draft && workspace && { draft, teamConfig: { rules, skills }, policies, workspace };
}
