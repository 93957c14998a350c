import { Badge } from '#components/ui/badge';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { presetTexts } from '#lib/catalog/baseline';
import { presetNames } from '#lib/domain/config/presets';
import type { StoredConfiguration } from './box-props';
import { configurationAddress } from './configuration-address';
import { PresetWords } from './preset-words';

/** The presets once something is in force: each shows first what it would change. */
export function PresetsBox({ slug, configuration }: { slug: string; configuration: StoredConfiguration }) {
  return (
    <Box title="Presets" meta="Nothing changes before you have seen what" flush>
      <ul className="grid grid-cols-1 wide:grid-cols-3">
        {presetNames.map((preset) => (
          <li
            key={preset}
            className="grid content-start gap-3 border-t border-line p-4 first:border-t-0 wide:border-t-0 wide:border-l wide:first:border-l-0"
          >
            <h3 className="flex items-center gap-2">
              {presetTexts[preset].label}
              {preset === configuration.preset ? <Badge>In force</Badge> : null}
            </h3>
            <PresetWords preset={preset} isFolded />
            {preset === configuration.preset ? null : (
              <p>
                <LinkButton href={configurationAddress(slug, { preset }, 'preset-change')}>
                  {`See what ${preset} changes…`}
                </LinkButton>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Box>
  );
}
