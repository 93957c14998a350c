import { DefinitionList } from '#components/ui/facts';
import { settings } from '#lib/catalog/settings';
import type { IntegrationDefinition } from '#lib/domain/integrations/integration';
import type { SettingDefinition } from '#lib/domain/settings/setting';

const bySetting: Readonly<Record<string, SettingDefinition>> = settings;

/** What an integration needs, where it is installed, how it works. */
export function IntegrationHelp({ definition }: { definition: IntegrationDefinition }) {
  const { needsOn, needsDecided, needs, facts, whereToClick, place, link } = definition;
  const toggles = [...needsOn, ...needsDecided].flatMap((key) => bySetting[key] ?? []);
  return (
    <DefinitionList
      facts={[
        { term: 'Toggles', value: toggles.map(({ row, label }) => `${row} ${label}`).join('; ') },
        { term: 'Needs', value: <Sentences all={needs} /> },
        {
          term: 'Installed at',
          value: place ? <Address title={whereToClick.join(' → ')} url={place.url} /> : null,
        },
        { term: 'How it works', value: <Sentences all={facts} /> },
        { term: 'Documentation', value: <Address title={link.title} url={link.url} /> },
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

const Address = ({ title, url }: { title: string; url: string }) => (
  <a className="in-words" href={url} rel="noreferrer">
    {title}
  </a>
);
