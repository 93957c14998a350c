import type { ReactNode } from 'react';
import { can } from '#lib/domain/authorization/can';
import { viewDecisions } from '#lib/domain/config/view-decisions';
import { taskAnchor } from '#lib/domain/rollout/task';
import { readConfiguration } from '#lib/queries/configuration';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import type { BoxProps } from './box-props';
import { shownBy } from './configuration-address';
import { DecisionsBox } from './decisions-box';
import { FilesPart } from './files-part';
import { FirstBaseline } from './first-baseline';
import { HandBox } from './hand-box';
import { partStatus } from './part-status';
import { PresetChange } from './preset-change';
import { PresetsBox } from './presets-box';

/** Rows 3.1, 3.2 and 3.4: the five baseline decisions, and the files that follow from them. */
export async function ConfigurationPanel({ slug, step, search }: PanelProps) {
  const ctx = await requireContext(slug);
  const configuration = await readConfiguration(ctx);
  const status = partStatus(step, 'baseline-decisions');
  if (!configuration || !status) return null;

  const editable = can(ctx.actor, 'configuration.write');
  const asked = shownBy(search);
  const shown = { ...asked, decide: editable ? asked.decide : null };
  const props = { slug, configuration, editable, status, shown, id: taskAnchor(status.task.id) };
  return <Baseline {...props} files={<FilesPart slug={slug} step={step} shown={shown} />} />;
}

function Baseline({ files, ...props }: BoxProps & { files: ReactNode }) {
  const { slug, configuration, shown } = props;
  const decisions = viewDecisions(configuration);
  if (shown.decide) {
    const form = <HandBox {...props} decisions={decisions} decide={shown.decide} />;
    return <SideBySide left={form} right={files} />;
  }
  if (!decisions) {
    return (
      <>
        <FirstBaseline {...props} />
        {files}
      </>
    );
  }
  return (
    <>
      {shown.preset ? <PresetChange {...props} preset={shown.preset} decisions={decisions} /> : null}
      <SideBySide left={<DecisionsBox {...props} decisions={decisions} />} right={files} />
      <PresetsBox slug={slug} configuration={configuration} />
    </>
  );
}

function SideBySide({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-start gap-5 wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      {left}
      {right}
    </div>
  );
}
