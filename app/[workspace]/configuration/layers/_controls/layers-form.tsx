import { GetForm } from '#access/get-form';
import { Box } from '#components/ui/box';
import { Checkbox, ChoiceGroup } from '#components/ui/choice';
import { Disclosure } from '#components/ui/disclosure';
import { Field, FieldGrid, Select, TextArea } from '#components/ui/field';
import { systems } from '#lib/catalog/config-files';
import { eraTexts, placeTexts } from '#lib/catalog/layers';
import { eras, machineSystems } from '#lib/domain/config-layers/layer';
import { placeNames, type PlaceName } from '#lib/domain/config-layers/laid-down';
import { layersHref, type Asked } from './layers-address';

type Layers = {
  who: { kind: string; name: string };
  policy: { name: string } | null;
  places: readonly PlaceName[];
};
type Props = { slug: string; asked: Asked; layers: Layers };

const systemOptions = machineSystems.map((value) => ({ value, label: systems[value].label }));
const eraOptions = eras.map((value) => ({ value, label: eraTexts[value] }));

/** Whose machine is meant, and how the files reach it. */
export function LayersForm({ slug, asked, layers }: Props) {
  return (
    <Box title="Whose machine" meta={whoWords(layers)}>
      <GetForm action={layersHref(slug)} kept={{ asked: 'yes' }} submit="Show">
        <FieldGrid>
          <Field
            label="Group or person"
            name="who"
            defaultValue={asked.who}
            maxLength={300}
            hint="A group by name or id, a person by e-mail address or id. Nobody: the base policy."
          />
          <Select
            label="System"
            name="system"
            options={systemOptions}
            defaultValue={asked.system ?? 'linux'}
          />
          <Select label="Clients" name="era" options={eraOptions} defaultValue={asked.era ?? 'since'} />
          <Field label="Find a key" name="find" type="search" defaultValue={asked.find} maxLength={100} />
        </FieldGrid>
        <ChoiceGroup legend="How the files arrive">
          {placeNames.map((name) => (
            <Checkbox key={name} name="place" value={name} defaultChecked={layers.places.includes(name)}>
              {placeTexts[name]}
            </Checkbox>
          ))}
          <Checkbox name="trusted" value="yes" defaultChecked={asked.trusted !== 'no'}>
            The developer trusts the folder
          </Checkbox>
        </ChoiceGroup>
        <Disclosure summary="Try a developer’s own config.toml" open={Boolean(asked.own)}>
          <TextArea label="config.toml of the developer" name="own" rows={5} mono defaultValue={asked.own} />
        </Disclosure>
      </GetForm>
    </Box>
  );
}

function whoWords({ who, policy, places }: Layers): string {
  const named = who.kind === 'group' || who.kind === 'person' ? who.name : 'Anybody';
  if (!places.includes('cloud')) return `${named}, without a cloud policy`;
  return policy ? `${named}, policy “${policy.name}”` : `${named}, base policy`;
}
