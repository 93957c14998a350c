import { Disclosure } from '#components/ui/disclosure';
import { List, ListRow } from '#components/ui/list';
import { measureSuggestions } from '#lib/catalog/measure-suggestions';
import { targetInWords } from '#lib/domain/measures/measure';
import { createMeasureAction } from './actions';
import { OnePressForm } from './one-press-form';

/** Measures to start with in one press; those that are set already are left out. */
export function Suggestions({
  slug,
  taken,
  isOpen,
}: {
  slug: string;
  taken: readonly string[];
  isOpen: boolean;
}) {
  const left = measureSuggestions.filter(({ name }) => !taken.includes(name));
  if (left.length === 0) return null;
  return (
    <Disclosure summary="Measures to start with" open={isOpen}>
      <p className="mb-2 max-w-read text-text-2">
        The vendor names no measures; these and their targets are a proposal to change. Lines of code and
        acceptance rates say little, and the vendor does not give them.
      </p>
      <List>
        {left.map((suggestion) => {
          const { name, unit, direction, target, source, why } = suggestion;
          return (
            <ListRow
              key={name}
              second={`${why} Target: ${targetInWords(suggestion)}, from ${source}.`}
              action={
                <OnePressForm
                  action={createMeasureAction.bind(null, slug)}
                  values={{ name, unit, direction, target: String(target), source }}
                  submit="Take"
                  submitFor={name}
                  saved="Measure set."
                />
              }
            >
              {name}
            </ListRow>
          );
        })}
      </List>
    </Disclosure>
  );
}
