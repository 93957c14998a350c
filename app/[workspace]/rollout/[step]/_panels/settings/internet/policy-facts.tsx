import { DefinitionList } from '#components/ui/facts';
import { domainPresetTexts, methodTexts } from '#lib/catalog/internet-access';
import type { InternetPolicy } from '#lib/domain/internet-access/internet-access';

/** The policy to be read. */
export function PolicyFacts({ policy }: { policy: InternetPolicy | null }) {
  if (!policy) return <p className="text-text-2">Nobody has written a policy yet.</p>;
  const { preset, domains, methods } = policy;
  return (
    <DefinitionList
      facts={[
        { term: 'Allowlist starts with', value: domainPresetTexts[preset].label },
        {
          term: 'Further domains',
          value: domains.length === 0 ? 'None' : <code className="wrap-anywhere">{domains.join(' ')}</code>,
        },
        { term: 'HTTP methods', value: methodTexts[methods].label },
      ]}
    />
  );
}
