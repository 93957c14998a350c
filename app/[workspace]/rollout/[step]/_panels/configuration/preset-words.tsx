import { Disclosure } from '#components/ui/disclosure';
import { decisionTexts, presetTexts } from '#lib/catalog/baseline';
import { decisionLines } from '#lib/catalog/decision-words';
import { decisionKeys } from '#lib/domain/config/decision-values';
import { presets, type PresetName } from '#lib/domain/config/presets';

type Props = { preset: PresetName; isFolded: boolean };

/** What a preset means, and the reason for each of its decisions. */
export function PresetWords({ preset, isFolded }: Props) {
  const { meaning } = presetTexts[preset];
  return (
    <>
      <p className="text-text-2">{meaning}</p>
      {isFolded ? (
        <Disclosure summary="Why, decision by decision">
          <Reasons preset={preset} />
        </Disclosure>
      ) : (
        <Reasons preset={preset} />
      )}
    </>
  );
}

function Reasons({ preset }: { preset: PresetName }) {
  return (
    <dl className="grid gap-3">
      {decisionKeys.map((key) => (
        <div key={key}>
          <dt className="meta">{decisionTexts[key].label}</dt>
          <dd>
            <span className="font-medium">{decisionLines(key, presets[preset]).join(', ')}</span>
            <span className="meta-soft block">{presetTexts[preset].reasons[key]}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
