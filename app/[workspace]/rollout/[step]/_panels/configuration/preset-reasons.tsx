import { presetTexts } from '#lib/catalog/baseline';
import { decisionLines } from '#lib/catalog/decision-words';
import type { DecisionKey } from '#lib/domain/config/decision-values';
import { presetNames, presets } from '#lib/domain/config/presets';

/** How each preset takes one decision, and why. */
export function PresetReasons({ decision }: { decision: DecisionKey }) {
  return (
    <section className="border-t border-line p-4" aria-label="How the presets decide it">
      <h3>How the presets decide it</h3>
      <dl className="mt-2 grid gap-3">
        {presetNames.map((name) => (
          <div key={name}>
            <dt className="meta">{presetTexts[name].label}</dt>
            <dd>
              <span className="font-medium">{decisionLines(decision, presets[name]).join(', ')}</span>
              <span className="meta-soft block">{presetTexts[name].reasons[decision]}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
