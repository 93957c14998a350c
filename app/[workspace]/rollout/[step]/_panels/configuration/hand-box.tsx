import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { State } from '#components/ui/state';
import { formFromDecisions } from '#lib/domain/config/configuration-from-form';
import type { Decisions } from '#lib/domain/config/decisions';
import { presets } from '#lib/domain/config/presets';
import { setConfigurationAction } from './actions';
import type { BoxProps } from './box-props';
import { configurationAddress, type Decide } from './configuration-address';
import { PresetReasons } from './preset-reasons';
import { HandForm } from './hand-form';

type Props = BoxProps & { decisions: Decisions | null; decide: Decide };

/** The five decisions by hand, or one of them, beginning with what is in force, or with the standard preset. */
export function HandBox({ slug, configuration, status, shown, id, decisions, decide }: Props) {
  const { version } = configuration;
  const only = decide === 'by-hand' ? null : decide;
  return (
    <Box id={id} title={status.task.title} meta={<State state={status.state} small />} flush>
      <p className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
        <span className="meta">
          {decisions
            ? `Begins with version ${version}`
            : 'Begins with the standard preset; nothing is saved yet'}
        </span>
        <LinkButton small variant="quiet" href={configurationAddress(slug, { file: shown.file }, id)}>
          Close the form
        </LinkButton>
      </p>
      <HandForm
        slug={slug}
        action={setConfigurationAction.bind(null, slug)}
        stored={formFromDecisions(decisions ?? presets.standard)}
        version={version}
        only={only}
      />
      {only ? <PresetReasons decision={only} /> : null}
    </Box>
  );
}
