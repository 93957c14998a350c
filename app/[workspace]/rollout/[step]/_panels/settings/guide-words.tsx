import { PanelPart } from '#components/layout/panel';
import type { SettingDefinition } from '#lib/domain/settings/setting';

/** What the guide says of a toggle: why, what can go wrong, and what people meet while it is off. */
export function GuideWords({
  definition: { why, risk, whenOff, source },
}: {
  definition: SettingDefinition;
}) {
  return (
    <>
      <PanelPart title="Why">
        <p className="text-text-2">{why}</p>
      </PanelPart>
      <PanelPart title="Risk">
        <p className="text-text-2">{risk}</p>
      </PanelPart>
      <PanelPart title="While it is off">
        <p className="text-text-2">{whenOff.text}</p>
        {whenOff.exactError ? (
          <p className="mt-2">
            <code className="wrap-anywhere">{whenOff.exactError}</code>
          </p>
        ) : null}
        <p className="meta mt-3">{source}</p>
      </PanelPart>
    </>
  );
}
