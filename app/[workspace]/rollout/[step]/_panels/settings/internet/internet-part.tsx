import { PanelPart } from '#components/layout/panel';
import { acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import { rolloutOf } from '#lib/shell/rollout';
import { internetBoxId } from './internet-box';
import { PolicyFacts } from './policy-facts';

/** In the toggle's panel: the policy, whether its risk is accepted, and the way to both. */
export async function InternetPart({ slug, subject }: { slug: string; subject: string }) {
  const { facts } = await rolloutOf(slug);
  const status = acceptanceStatus(subject, facts);
  const by = status.state === 'standing' ? `Accepted by ${status.acceptance.by}.` : status.reason;
  return (
    <PanelPart title="Policy and risk">
      <PolicyFacts policy={facts.internetAccess.policy} />
      <p className="meta-soft mt-2">{by}</p>
      <p className="mt-2">
        <a className="alone" href={`#${internetBoxId}`}>
          Write the policy, accept the risk
        </a>
      </p>
    </PanelPart>
  );
}
