import { Checkbox, ChoiceGroup } from '#components/ui/choice';
import { Select, TextArea, type FieldError } from '#components/ui/field';

/** A key's value as TOML writes it, how it is typed, and the words it may be. */
export type KeyValue = {
  toml: string | null;
  kind: 'flag' | 'choice' | 'choices' | 'toml';
  values: readonly string[];
  sample: string | null;
};

type Props = { value: KeyValue; typed: string; error: FieldError };

/** Words in a list or a text that TOML writes as JSON does; none where it writes them otherwise. */
function wordsOf(toml: string | null): string[] {
  try {
    const parsed: unknown = JSON.parse(toml ?? '[]');
    return [parsed].flat().filter((word) => typeof word === 'string');
  } catch {
    return [];
  }
}

/** The field of a key's value: ticks, a choice, or TOML. */
export function KeyField(props: Props) {
  const { kind } = props.value;
  if (kind === 'choices') return <ChoicesField {...props} />;
  return kind === 'toml' ? <TomlField {...props} /> : <ChoiceField {...props} />;
}

function ChoicesField({ value: { toml, values }, error }: Props) {
  const words = wordsOf(toml);
  return (
    <ChoiceGroup legend="Value" error={error} hint="None ticked is an empty list.">
      {values.map((word) => (
        <Checkbox key={word} name="value" value={word} defaultChecked={words.includes(word)}>
          <code>{word}</code>
        </Checkbox>
      ))}
    </ChoiceGroup>
  );
}

function TomlField({ value: { toml, sample }, typed, error }: Props) {
  return (
    <TextArea
      label="Value, as TOML writes it"
      name="value"
      rows={Math.min(12, 2 + Math.floor((toml?.length ?? 0) / 90))}
      mono
      spellCheck={false}
      hint={sample === null ? undefined : `Such as ${sample}`}
      error={error}
      defaultValue={typed || (toml ?? '')}
    />
  );
}

function ChoiceField({ value: { toml, kind, values }, typed, error }: Props) {
  const options = kind === 'flag' ? ['true', 'false'] : values;
  const stored = kind === 'flag' ? toml : wordsOf(toml)[0];
  return (
    <Select
      label="Value"
      name="value"
      mono
      options={options.map((option) => ({ value: option, label: option }))}
      error={error}
      defaultValue={typed || (stored ?? options[0])}
    />
  );
}
