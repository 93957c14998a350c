import type { DecisionKey } from '#lib/domain/config/decision-values';
import type { FormPart } from './form-part';

type Props = Pick<FormPart, 'values'> & { only: DecisionKey | null };

/** What goes along unseen where one decision is taken alone: the other four as they are. */
export function UnseenFields({ values, only }: Props) {
  if (only === null) return null;
  const unseen = Object.entries(values)
    .filter(([name]) => name !== 'version' && !name.startsWith(`${only}.`))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
  return (
    <>
      <input type="hidden" name="only" value={only} />
      {unseen}
    </>
  );
}
