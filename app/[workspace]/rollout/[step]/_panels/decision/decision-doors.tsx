import { RadioDoors } from '#components/ui/choice';
import type { FieldError } from '#components/ui/field';
import { surfaceChoices, surfaceWords } from '#lib/domain/rollout/decision';
import { choiceWords, type SurfaceTask } from './choices';

type Props = { name: string; tasks: readonly SurfaceTask[]; chosen: string | null; error?: FieldError };

/** Local, cloud or both, each with what it means and brings. */
export function DecisionDoors({ name, tasks, chosen, error }: Props) {
  return (
    <RadioDoors
      legend="What is rolled out"
      name={name}
      required
      defaultValue={chosen}
      error={error}
      options={surfaceChoices.map((choice) => ({
        value: choice,
        label: surfaceWords[choice],
        second: choiceWords(choice, tasks),
      }))}
    />
  );
}
