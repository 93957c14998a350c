import { VendorLink } from '#components/guide/vendor-link';
import { DefinitionList } from '#components/ui/facts';
import { settings } from '#lib/catalog/settings';
import type { IntegrationDefinition } from '#lib/domain/integrations/integration';
import type { LabelEra } from '#lib/domain/rollout/label-era';
import type { SettingDefinition } from '#lib/domain/settings/setting';

const bySetting: Readonly<Record<string, SettingDefinition>> = settings;

type Props = { definition: IntegrationDefinition; era: LabelEra };

/** What an integration needs, where it is installed, how it works. */
export function IntegrationHelp({ definition, era }: Props) {
  const { needsOn, needsDecided, needs, facts, whereToClick, place, link } = definition;
  const toggles = [...needsOn, ...needsDecided].flatMap((key) => bySetting[key] ?? []);
  return (
    <DefinitionList
      facts={[
        { term: 'Toggles', value: toggles.map(({ row, label }) => `${row} ${label}`).join('; ') },
        { term: 'Needs', value: <Sentences all={needs} /> },
        {
          term: 'Installed at',
          value: place ? (
            <VendorLink link={place} era={era}>
              {whereToClick.join(' → ')}
            </VendorLink>
          ) : null,
        },
        { term: 'How it works', value: <Sentences all={facts} /> },
        { term: 'Documentation', value: <VendorLink link={link} era={era} /> },
      ]}
    />
  );
}

function Sentences({ all }: { all: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {all.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
