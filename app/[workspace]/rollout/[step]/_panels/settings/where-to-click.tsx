import { PanelPart } from '#components/layout/panel';
import { PlaceButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { NumberedList } from '#components/ui/list';
import { Time } from '#components/ui/time';
import type { SettingDefinition } from '#lib/domain/settings/setting';

/** The way through the vendor's console, the link that opens it, and what else the switch is called. */
export function WhereToClick({ definition, now }: { definition: SettingDefinition; now: Date }) {
  const { whereToClick, link, aliases } = definition;
  const lastGood = new Date(`${link.lastKnownGood}T12:00:00Z`);
  return (
    <PanelPart title="Where to click">
      <NumberedList>
        {whereToClick.map((place) => (
          <li key={place}>{place}</li>
        ))}
      </NumberedList>
      <p className="mt-3 flex flex-wrap items-center gap-2">
        <PlaceButton small external href={link.url}>
          Open in ChatGPT
        </PlaceButton>
        <CopyButton text={whereToClick.join(' > ')} label="Copy path" />
      </p>
      <p className="meta mt-2">
        Address last known good on <Time at={lastGood} now={now} zone="UTC" dateOnly />.
        {link.moved ? ` Since ${link.moved.since.words}: ${link.moved.where}.` : null}
      </p>
      {aliases.map(({ label, since }) => (
        <p className="meta mt-1" key={label}>{`Also called “${label}” since ${since.words}.`}</p>
      ))}
    </PanelPart>
  );
}
