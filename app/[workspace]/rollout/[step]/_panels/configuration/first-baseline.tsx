import type { Route } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { State } from '#components/ui/state';
import { presetTexts } from '#lib/catalog/baseline';
import { presetNames } from '#lib/domain/config/presets';
import { takePresetAction } from './actions';
import type { BoxProps } from './box-props';
import { configurationAddress } from './configuration-address';
import { PresetWords } from './preset-words';
import { TakePreset } from './take-preset';
import { whoMayChange } from '#lib/domain/config/who-may-change';

/** Nothing is decided yet: three presets to start from, or each decision by hand. */
export function FirstBaseline({ slug, configuration, editable, status, id }: BoxProps) {
  return (
    <Box id={id} title={status.task.title} meta={<State state={status.state} small />} flush>
      <div className="p-4">
        <EmptyState
          title="Nothing is decided yet."
          action={
            editable ? (
              <span className="flex flex-wrap justify-center gap-2">
                <LinkButton href={configurationAddress(slug, { decide: 'by-hand' }, id)}>
                  Decide each by hand…
                </LinkButton>
                {/* safe because a slug is lower-case words and hyphens */}
                <LinkButton href={`/${slug}/configuration/requirements?view=import` as Route}>
                  Import a file you have…
                </LinkButton>
              </span>
            ) : null
          }
        >
          {editable
            ? 'A preset takes all five decisions at once; each can be changed by hand afterwards.'
            : whoMayChange}
        </EmptyState>
      </div>
      <ul className="grid grid-cols-1 border-t border-line wide:grid-cols-3">
        {presetNames.map((preset) => (
          <li
            key={preset}
            className="grid content-start gap-3 border-t border-line p-4 first:border-t-0 wide:border-t-0 wide:border-l wide:first:border-l-0"
          >
            <h3>{presetTexts[preset].label}</h3>
            {editable ? (
              <TakePreset
                slug={slug}
                action={takePresetAction.bind(null, slug)}
                preset={preset}
                version={configuration.version}
                isFirst={preset === 'standard'}
              />
            ) : null}
            <PresetWords preset={preset} isFolded={false} />
          </li>
        ))}
      </ul>
    </Box>
  );
}
