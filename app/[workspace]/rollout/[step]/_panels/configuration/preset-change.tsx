import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { decisionTexts, presetTexts } from '#lib/catalog/baseline';
import { changedDecisions } from '#lib/domain/config/compare-decisions';
import { decisionKeys } from '#lib/domain/config/decision-values';
import type { Decisions } from '#lib/domain/config/decisions';
import { presets, type PresetName } from '#lib/domain/config/presets';
import { takePresetAction } from './actions';
import type { BoxProps } from './box-props';
import { configurationAddress } from './configuration-address';
import { DecisionTable } from './decision-table';
import { TakePreset } from './take-preset';
import { whoMayChange } from '#lib/domain/config/who-may-change';

type Props = BoxProps & { preset: PresetName; decisions: Decisions };

/** What a preset would change, before anybody takes it. */
export function PresetChange({ slug, configuration, editable, preset, decisions }: Props) {
  if (preset === configuration.preset) return <InForce preset={preset} version={configuration.version} />;

  const changed = changedDecisions(decisions, presets[preset]);
  const same = decisionKeys.filter((key) => !changed.includes(key));
  return (
    <Box
      id="preset-change"
      title={`What ${preset} changes`}
      meta={`${changed.length} of ${decisionKeys.length} decisions`}
      flush
      footer={
        <>
          {editable ? (
            <TakePreset
              slug={slug}
              action={takePresetAction.bind(null, slug)}
              preset={preset}
              version={configuration.version}
              isFirst
            />
          ) : (
            <span className="meta">{whoMayChange}</span>
          )}
          <LinkButton variant="quiet" href={configurationAddress(slug, {})}>
            Keep what is in force
          </LinkButton>
        </>
      }
    >
      <DecisionTable
        label={`What ${preset} changes`}
        keys={changed}
        before={{ label: 'Now', decisions }}
        after={{ label: `With ${preset}`, decisions: presets[preset] }}
      />
      {same.length > 0 ? (
        <p className="meta border-t border-line px-4 py-2">
          {`Unchanged: ${same.map((key) => decisionTexts[key].label).join(', ')}`}
        </p>
      ) : null}
    </Box>
  );
}

function InForce({ preset, version }: { preset: PresetName; version: number }) {
  return (
    <div id="preset-change">
      <Note tone="done" title={`${presetTexts[preset].label} is in force, version ${version}.`} />
    </div>
  );
}
