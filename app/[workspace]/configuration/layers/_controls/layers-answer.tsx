import { Note } from '#components/ui/note';
import { layerWords, refusalTexts } from '#lib/catalog/layers';
import type { Layer, MachineSystem } from '#lib/domain/config-layers/layer';
import type { AnswerView } from '#lib/queries/config-layers';
import { AnswersBox } from './answers-box';

type Layers = {
  who: { kind: string; name: string };
  refusal: keyof typeof refusalTexts | null;
  unreadable: readonly Layer[];
  answers: readonly AnswerView[];
  found: readonly AnswerView[];
  more: number;
};

/** What the developer ends up with, and what keeps a client from working at all. */
export function LayersAnswer({
  layers,
  system,
  find,
}: {
  layers: Layers;
  system: MachineSystem;
  find: string;
}) {
  return (
    <>
      {layers.who.kind === 'unknown' ? (
        <Note tone="stale" title={`Nobody is called “${layers.who.name}”: the base policy is shown.`} />
      ) : null}
      {layers.refusal ? <Note tone="blocked" title={refusalTexts[layers.refusal]} /> : null}
      {layers.unreadable.map((layer) => (
        <Note
          key={layer}
          tone="blocked"
          title={`${layerWords(layer, system)} is no TOML, so it is left out here. Clients do not work with it.`}
        />
      ))}
      {find ? (
        <AnswersBox
          title="Found"
          label="Keys that were looked for"
          answers={layers.found}
          system={system}
          more={layers.more}
        />
      ) : null}
      <AnswersBox
        title="What the developer starts with"
        label="Starting values"
        answers={layers.answers.filter(({ form }) => form === 'config')}
        system={system}
      />
      <AnswersBox
        title="What bounds it"
        label="Requirements"
        answers={layers.answers.filter(({ form }) => form === 'requirements')}
        system={system}
      />
    </>
  );
}
