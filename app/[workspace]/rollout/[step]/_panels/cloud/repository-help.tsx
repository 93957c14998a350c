import { VendorLink } from '#components/guide/vendor-link';
import { Disclosure } from '#components/ui/disclosure';
import { DefinitionList } from '#components/ui/facts';
import { NumberedList } from '#components/ui/list';
import { reviewTroubles } from '#lib/catalog/cloud';
import { codeReviewTexts, connectorTexts } from '#lib/catalog/cloud-states';
import { links } from '#lib/catalog/links';
import type { LabelEra } from '#lib/domain/rollout/label-era';

const facts = [...Object.values(connectorTexts), ...Object.values(codeReviewTexts)].map(
  ({ label, meaning }) => ({ term: label, value: meaning }),
);

/** What each state of a repository means, and what to look at when a review does not run. */
export function RepositoryHelp({ era }: { era: LabelEra }) {
  return (
    <div className="grid gap-1">
      <Disclosure summary="What each state means">
        <DefinitionList facts={facts} />
        <p className="meta mt-2">
          It is set per repository under <VendorLink link={links.codeReview} era={era} />. Here it is written
          down, so that the confirmation rests on it.
        </p>
      </Disclosure>
      <Disclosure summary="When a review does not run">
        <NumberedList>
          {reviewTroubles.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </NumberedList>
      </Disclosure>
    </div>
  );
}
