import { Checkbox, ChoiceGroup } from '#components/ui/choice';

export type Listed = { id: string; name: string; email: string };

type Props = { name: string; legend: string; hint?: string | undefined; people: readonly Listed[] };

/** People as boxes to tick; the form sends their ids as `name`. */
export function PeopleBoxes({ name: field, legend, hint, people }: Props) {
  return (
    <ChoiceGroup legend={legend} hint={hint}>
      {people.map(({ id, name, email }) => (
        <Checkbox key={id} name={field} value={id}>
          {name} <span className="meta">{email}</span>
        </Checkbox>
      ))}
    </ChoiceGroup>
  );
}
