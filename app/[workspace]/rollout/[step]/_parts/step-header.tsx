import { VendorLink } from '#components/guide/vendor-link';
import { PageHeader } from '#components/layout/page-header';
import { guide } from '#lib/catalog/guide';
import type { StepProgress } from '#lib/domain/rollout/progress';
import type { SignOffStatus } from '#lib/domain/rollout/sign-off';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';

/** Which step it is, how far it is, whose it is, and by which guide and clock the page goes. */
export async function StepHeader({ slug, step }: { slug: string; step: StepProgress }) {
  const [{ owners, facts }, { membership }] = await Promise.all([rolloutOf(slug), requireVisit(slug)]);
  const { number, title, signedBy } = step.step;
  const owner = owners.find(({ duty }) => duty === signedBy)?.name ?? 'nobody yet';

  return (
    <PageHeader
      number={number}
      title={title}
      meta={
        <>
          <span>{step.applicable === 0 ? 'Not applicable' : `${step.done} of ${step.applicable} done`}</span>
          <span>{`${guide.duties[signedBy].label}: ${owner}`}</span>
          {step.signOff.state === 'unsigned' ? null : <a href="#sign-off">{signatureWords(step.signOff)}</a>}
          <VendorLink link={guide.link} era={facts.labels.era}>
            {`Guide ${guide.version}`}
          </VendorLink>
          <span>{`Times in ${membership.workspace.timeZone}`}</span>
        </>
      }
    />
  );
}

const signatureWords = (signOff: Exclude<SignOffStatus, { state: 'unsigned' }>) =>
  signOff.state === 'signed' ? `Signed off by ${signOff.signature.by}` : 'Signature void';
