import { Box } from '#components/ui/box';
import { Register, RegisterCell, RegisterRow } from '#components/ui/register';
import { State } from '#components/ui/state';
import { knownTexts, layerWords, noteTexts } from '#lib/catalog/layers';
import type { MachineSystem } from '#lib/domain/config-layers/layer';
import type { AnswerView } from '#lib/queries/config-layers';

type Props = {
  title: string;
  label: string;
  answers: readonly AnswerView[];
  system: MachineSystem;
  more?: number;
};

const columns = [
  { label: 'Key', width: 260 },
  { label: 'Value' },
  { label: 'From', width: 260 },
  { label: 'How known', width: 200 },
];

/** Keys with what the developer ends up with, where it comes from, and how that is known. */
export function AnswersBox({ title, label, answers, system, more = 0 }: Props) {
  const meta = answers.length === 1 ? '1 key' : `${answers.length} keys`;
  return (
    <Box title={title} meta={meta} flush>
      {answers.length === 0 ? (
        <p className="p-4 text-text-2">No key here.</p>
      ) : (
        <Register label={label} columns={columns}>
          <tbody>
            {answers.map((answer) => (
              <RegisterRow
                key={`${answer.form}:${answer.key}`}
                name={<code className="wrap-anywhere">{answer.key}</code>}
              >
                <RegisterCell label="Value" narrow="whole">
                  <Value answer={answer} system={system} />
                </RegisterCell>
                <RegisterCell label="From">
                  {answer.layers.map((layer) => layerWords(layer, system)).join(', ') || 'Nobody'}
                </RegisterCell>
                <RegisterCell label="How known" narrow="whole">
                  <State state={answer.known === 'client' ? 'done' : 'waiting'} small>
                    {knownTexts[answer.known]}
                  </State>
                </RegisterCell>
              </RegisterRow>
            ))}
          </tbody>
        </Register>
      )}
      {more > 0 ? <p className="meta px-4 py-3">{`${more} more: say more of the name.`}</p> : null}
    </Box>
  );
}

function Value({ answer, system }: { answer: AnswerView; system: MachineSystem }) {
  const { toml, wanted, beaten, notes } = answer;
  const others = beaten.filter(({ layer }) => layer !== wanted?.layer);
  return (
    <span className="grid gap-1">
      {toml === null ? <span className="meta">nothing</span> : <code className="wrap-anywhere">{toml}</code>}
      {wanted ? (
        <span className="meta wrap-anywhere">
          in place of <code>{wanted.toml}</code> ({layerWords(wanted.layer, system)})
        </span>
      ) : null}
      {others.map(({ layer, toml: said }) => (
        <span key={layer} className="meta wrap-anywhere">
          wins over <code>{said}</code> ({layerWords(layer, system)})
        </span>
      ))}
      {notes.map((note) => (
        <span key={note} className="meta-soft">
          {noteTexts[note]}
        </span>
      ))}
    </span>
  );
}
