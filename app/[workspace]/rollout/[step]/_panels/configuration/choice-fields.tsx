import { Checkbox, ChoiceGroup } from '#components/ui/choice';
import { decisionTexts, optionTexts, type OptionText } from '#lib/catalog/baseline';
import { leastApproval, leastSandbox, type DecisionKey } from '#lib/domain/config/decision-values';
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

/** The decisions that are sets, or the one of them that is taken alone: what is ticked is allowed. */
export function ChoiceFields({ values, errors, only }: FormPart & { only: DecisionKey | null }) {
  const shown = groups.filter(({ decision }) => only === null || decision === only);
  return shown.map(({ decision, options, least }) => (
    <div key={decision} className="border-t border-line p-4">
      <ChoiceGroup
        legend={decisionTexts[decision].label}
        hint={decisionTexts[decision].always}
        error={errors[decision]}
      >
        {Object.entries(options).map(([value, { label, meaning, consequence }]) => (
          <Checkbox
            key={value}
            name={`${decision}.${value}`}
            defaultChecked={value === least || values[`${decision}.${value}`] === 'on'}
            disabled={value === least}
          >
            {label}
            <span className="meta-soft block">{`${meaning} ${consequence}`}</span>
          </Checkbox>
        ))}
      </ChoiceGroup>
    </div>
  ));
}
