import { Box } from '#components/ui/box';
import { Points } from '#components/ui/points';
import { State } from '#components/ui/state';
import { internetRisks, presetListNote } from '#lib/catalog/internet-access';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { rolloutOf } from '#lib/shell/rollout';
import { AcceptancePart } from './acceptance-part';
import { setInternetAccessAction } from './actions';
import { PolicyFacts } from './policy-facts';
import { PolicyForm } from './policy-form';

/** Element id of the box: the toggle's panel leads to it. */
export const internetBoxId = 'internet-access';

type Props = { slug: string; status: TaskStatus; subject: string; mayWrite: boolean };

/** Row 1.8: what agents may reach, what can go wrong, and whether the governance owner accepts it. */
export async function InternetBox({ slug, status, subject, mayWrite }: Props) {
  const { internetAccess } = (await rolloutOf(slug)).facts;
  const applies = status.state !== 'not_applicable';
  return (
    <Box
      id={internetBoxId}
      title="Agent internet access"
      meta={<State state={status.state} small />}
      footer={<span className="meta">{footerWords(mayWrite)}</span>}
    >
      {applies ? (
        <div className="grid gap-5 wide:grid-cols-2">
          <section aria-label="Policy" className="grid min-w-0 content-start gap-3">
            <h3>What agents may reach</h3>
            {mayWrite ? (
              <PolicyForm action={setInternetAccessAction.bind(null, slug)} access={internetAccess} />
            ) : (
              <PolicyFacts policy={internetAccess.policy} />
            )}
            <p className="meta">{presetListNote}</p>
          </section>
          <section aria-label="Risk" className="grid min-w-0 content-start gap-3">
            <h3>What can go wrong</h3>
            <Points points={internetRisks.map((risk) => ({ icon: 'triangle-alert', ...risk }))} />
            <AcceptancePart slug={slug} subject={subject} ready={internetAccess.policy !== null} />
          </section>
        </div>
      ) : (
        <p className="text-text-2">{`${status.reason ?? ''} A policy that was written stays, and counts again with cloud.`}</p>
      )}
    </Box>
  );
}

function footerWords(mayWrite: boolean): string {
  const rule =
    'Row 1.8. While the toggle is wanted on, it is blocked until there is a policy and the governance owner accepts the risk of that very policy.';
  return mayWrite ? rule : `${rule} A workspace owner writes the policy.`;
}
