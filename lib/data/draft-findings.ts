import 'server-only';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import type { Finding } from '#lib/domain/config-check/finding';
import type { ConfigDraft } from '#lib/domain/config-text/config-draft';
import { draftFindings } from '#lib/domain/config-text/draft-findings';
import type { TextName } from '#lib/domain/config-text/text-view';
import { findFleet } from './clients';
import type { Db } from './db';

/** What to know about every file of a draft, for the clients that the workspace's machines run. */
export async function findDraftFindings(
  db: Db,
  { workspaceId, draft }: { workspaceId: string; draft: ConfigDraft },
): Promise<Record<TextName, readonly Finding[]>> {
  const { oldest: oldestClient } = await findFleet(db, { workspaceId });
  return draftFindings(draft, { oldestClient, catalogue: keyCatalogue });
}
