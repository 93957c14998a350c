import { Checkbox, ChoiceGroup } from '#components/ui/choice';
import type { FormState } from '#components/ui/form-state';
import type { ChoiceText } from '#lib/catalog/authentication';
import { boxName } from './box-name';

type Props = {
  question: 'local' | 'chatgpt';
  legend: string;
  texts: Readonly<Record<string, ChoiceText>>;
  held: readonly string[];
  form: FormState;
};

/** A question with several answers: tick all that are so. */
export function MethodBoxes({ question, legend, texts, held, form }: Props) {
  return (
    <ChoiceGroup
      legend={legend}
      hint="Tick all that are so; none ticked leaves the question open."
      error={form.errorOf(question)}
    >
      {Object.entries(texts).map(([method, { label, second }]) => (
        <Checkbox
          key={method}
          name={boxName(question, method)}
          defaultChecked={form.isTicked(boxName(question, method), held.includes(method))}
        >
          {label} <span className="meta">{second}</span>
        </Checkbox>
      ))}
    </ChoiceGroup>
  );
}

/** Answers to a question that is not asked, sent along so that they stay. */
export function HeldMethods({ question, held }: Pick<Props, 'question' | 'held'>) {
  return held.map((method) => (
    <input key={method} type="hidden" name={boxName(question, method)} value="on" />
  ));
}
