import 'server-only';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import type { Finding } from '#lib/domain/config-check/finding';
import type { Policy } from '#lib/domain/config-policies/policy';
import { policyFindings } from '#lib/domain/config-policies/policy-findings';
import type { ConfigDraft } from '#lib/domain/config-text/config-draft';
import { draftFindings } from '#lib/domain/config-text/draft-findings';
import type { TextName } from '#lib/domain/config-text/text-view';
import { findFleet } from './clients';
import type { Db } from './db';

type Looked = { workspaceId: string; draft: ConfigDraft };

/** What to know about every file of a draft, for the clients that the workspace's machines run. */
export async function findDraftFindings(
  db: Db,
  { workspaceId, draft }: Looked,
): Promise<Record<TextName, readonly Finding[]>> {
  const { oldest: oldestClient } = await findFleet(db, { workspaceId });
  return draftFindings(draft, { oldestClient, catalogue: keyCatalogue });
}

/** What to know about the text of each policy beside a draft, in the order of the policies. */
export async function findPolicyFindings(
  db: Db,
  { workspaceId, draft, policies }: Looked & { policies: readonly Policy[] },
): Promise<{ name: string; findings: readonly Finding[] }[]> {
  const { oldest: oldestClient } = await findFleet(db, { workspaceId });
  const beside = { draft, oldestClient, catalogue: keyCatalogue };
  return policies.map(({ name, text }) => ({ name, findings: policyFindings(text, beside) }));
}
