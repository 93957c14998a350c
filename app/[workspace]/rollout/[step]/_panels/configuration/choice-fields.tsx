import { Checkbox, ChoiceGroup } from '#components/ui/choice';
import { decisionTexts, optionTexts, type OptionText } from '#lib/catalog/baseline';
import { leastApproval, leastSandbox } from '#lib/domain/config/decision-values';
import type { FormPart } from './form-part';

const groups: readonly {
  decision: 'approval' | 'sandbox' | 'webSearch';
  options: Readonly<Record<string, OptionText>>;
  least: string | null;
}[] = [
  { decision: 'approval', options: optionTexts.approval, least: leastApproval },
  { decision: 'sandbox', options: optionTexts.sandbox, least: leastSandbox },
  { decision: 'webSearch', options: optionTexts.webSearch, least: null },
];

/** The three decisions that are sets: what is ticked is allowed. */
export function ChoiceFields({ values, errors }: FormPart) {
  return groups.map(({ decision, options, least }) => (
    <div key={decision} className="border-t border-line p-4">
      <ChoiceGroup
        legend={decisionTexts[decision].label}
        hint={decisionTexts[decision].always}
        error={errors[decision]}
      >
        {Object.entries(options).map(([value, { label, meaning }]) => (
          <Checkbox
            key={value}
            name={`${decision}.${value}`}
            defaultChecked={value === least || values[`${decision}.${value}`] === 'on'}
            disabled={value === least}
          >
            {label}
            <span className="meta-soft block">{meaning}</span>
          </Checkbox>
        ))}
      </ChoiceGroup>
    </div>
  ));
}
