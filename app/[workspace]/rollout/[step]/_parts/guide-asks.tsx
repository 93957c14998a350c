import { Disclosure } from '#components/ui/disclosure';
import { DefinitionList } from '#components/ui/facts';
import { Time } from '#components/ui/time';
import { guide } from '#lib/catalog/guide';
import type { GuideLink } from '#lib/domain/rollout/guide-link';
import type { StepDefinition } from '#lib/domain/rollout/step';

const rowTexts: Readonly<Record<string, string>> = guide.rows;
const rowsOf = (step: StepDefinition) => [...new Set(step.tasks.flatMap((task) => task.rows))];

/** What the guide asks of a step; its rows and the vendor's pages for those who want them. */
export function GuideAsks({ step, now }: { step: StepDefinition; now: Date }) {
  return (
    <section id="guide-asks" aria-label="Guide asks" className="grid gap-2">
      <p className="max-w-read text-read text-text-2">{step.asks}</p>
      <Disclosure summary="Read the guide’s rows and the vendor’s pages">
        <div className="grid gap-4">
          <DefinitionList
            facts={rowsOf(step).map((id) => ({ term: `Row ${id}`, value: rowTexts[id] ?? id }))}
          />
          <ul className="grid gap-2">
            {step.links.map((link) => (
              <VendorPage key={link.url} link={link} now={now} />
            ))}
          </ul>
        </div>
      </Disclosure>
    </section>
  );
}

function VendorPage({ link, now }: { link: GuideLink; now: Date }) {
  return (
    <li>
      <a className="alone" href={link.url} rel="noreferrer">
        {link.title}
      </a>
      <span className="meta block">
        Last known good <Time at={new Date(link.lastKnownGood)} now={now} zone="UTC" dateOnly />
        {link.moved ? `. Since ${link.moved.since.words}: ${link.moved.where}` : null}
      </span>
    </li>
  );
}
