import { PanelPart } from '#components/layout/panel';
import { PlaceButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { NumberedList } from '#components/ui/list';
import { Time } from '#components/ui/time';
import { orderAddresses, orderLabels, orderPlaces } from '#lib/domain/rollout/label-era';
import type { SettingDefinition } from '#lib/domain/settings/setting';
import type { Viewer } from './viewer';

type Props = { definition: SettingDefinition; viewer: Viewer };

/** The way through the vendor's console, the link that opens it, and what else both are called. */
export function WhereToClick({ definition, viewer: { now, era } }: Props) {
  const places = orderPlaces(definition, era);
  const { first, others } = orderAddresses(definition.link, era);
  const { moved } = definition.link;
  return (
    <PanelPart title="Where to click">
      <NumberedList>
        {places.map((place) => (
          <li key={place}>{place}</li>
        ))}
      </NumberedList>
      <p className="mt-3 flex flex-wrap items-center gap-2">
        <PlaceButton small external href={first.url}>
          Open in ChatGPT
        </PlaceButton>
        <CopyButton text={places.join(' > ')} label="Copy path" />
      </p>
      <p className="meta mt-2">
        Address last known good on{' '}
        <Time at={new Date(`${first.lastKnownGood}T12:00:00Z`)} now={now} zone="UTC" dateOnly />.
        {moved && era === '2026-03' ? ` Since ${moved.since.words}: ${moved.where}.` : null}
      </p>
      {others.map(({ url, title, since }) => (
        <p className="meta mt-1" key={url}>
          {`${since.words}: `}
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        </p>
      ))}
      {orderLabels(definition, era).others.map(({ label, since }) => (
        <p className="meta mt-1" key={label}>{`Also called “${label}” since ${since.words}.`}</p>
      ))}
    </PanelPart>
  );
}
