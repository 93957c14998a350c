import { Disclosure } from '#components/ui/disclosure';
import { DefinitionList } from '#components/ui/facts';
import { Time } from '#components/ui/time';
import { guide } from '#lib/catalog/guide';
import type { GuideLink } from '#lib/domain/rollout/guide-link';
import { orderAddresses, type LabelEra } from '#lib/domain/rollout/label-era';
import type { StepDefinition } from '#lib/domain/rollout/step';

const rowTexts: Readonly<Record<string, string>> = guide.rows;
const rowsOf = (step: StepDefinition) => [...new Set(step.tasks.flatMap((task) => task.rows))];

type Props = { step: StepDefinition; now: Date; era: LabelEra };

/** What the guide asks of a step; its rows and the vendor's pages for those who want them. */
export function GuideAsks({ step, now, era }: Props) {
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
              <VendorPage key={link.url} link={link} now={now} era={era} />
            ))}
          </ul>
        </div>
      </Disclosure>
    </section>
  );
}

type PageProps = { link: GuideLink; now: Date; era: LabelEra };

function VendorPage({ link, now, era }: PageProps) {
  const { first, others } = orderAddresses(link, era);
  return (
    <li>
      <a className="alone" href={first.url} rel="noreferrer">
        {first.title}
      </a>
      <span className="meta block">
        Last known good <LastGood day={first.lastKnownGood} now={now} />
        {link.moved && era === '2026-03' ? `. Since ${link.moved.since.words}: ${link.moved.where}` : null}
      </span>
      {others.map(({ url, title, since, lastKnownGood }) => (
        <span key={url} className="meta block wrap-anywhere">
          {`${since.words}: ${title}, `}
          <a href={url} rel="noreferrer">
            {url}
          </a>
          {', last known good '}
          <LastGood day={lastKnownGood} now={now} />
        </span>
      ))}
    </li>
  );
}

const LastGood = ({ day, now }: { day: string; now: Date }) => (
  <Time at={new Date(day)} now={now} zone="UTC" dateOnly />
);
