import { checkConfig } from '#lib/domain/config-check/check-config';
import type { Finding } from '#lib/domain/config-check/finding';
import type { KeyCatalogue } from '#lib/domain/config-check/look';
import type { ConfigDraft } from '#lib/domain/config-text/config-draft';
import { draftTexts } from '#lib/domain/config-text/draft-findings';

/** What a policy is looked at beside, and for which clients. */
export type LookedBeside = { draft: ConfigDraft; oldestClient: string; catalogue: KeyCatalogue };

/** What to know about the text of a policy: it stands beside the draft's other files and comes from the cloud. */
export function policyFindings(
  text: string,
  { draft, oldestClient, catalogue }: LookedBeside,
): readonly Finding[] {
  const file = 'requirements.toml';
  const companions = { ...draftTexts(draft), [file]: text };
  return checkConfig({ file, text, oldestClient, delivery: 'cloud', companions }, catalogue);
}
