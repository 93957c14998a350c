import { Checkbox, ChoiceGroup } from '#components/ui/choice';
import { Field, FieldGrid } from '#components/ui/field';
import type { FormState } from '#components/ui/form-state';
import type { WavePlan } from '#lib/domain/waves/wave';

export type GroupChoice = { id: string; name: string; people: number };

type Props = { form: FormState; plan: WavePlan | null; groups: readonly GroupChoice[] };

const nothing: Partial<WavePlan> = {};

/** What is planned of a wave. */
export function WaveFields({ form, plan, groups }: Props) {
  const { name, size, startsOn, endsOn } = plan ?? nothing;
  return (
    <>
      <FieldGrid>
        <Field
          label="Name"
          name="name"
          error={form.errorOf('name')}
          defaultValue={form.typedOf('name', name)}
        />
        <Field
          label="People"
          name="size"
          inputMode="numeric"
          error={form.errorOf('size')}
          defaultValue={form.typedOf('size', size === undefined ? '' : String(size))}
        />
        <Field
          label="First day"
          name="startsOn"
          type="date"
          error={form.errorOf('startsOn')}
          defaultValue={form.typedOf('startsOn', startsOn)}
        />
        <Field
          label="Last day"
          name="endsOn"
          type="date"
          error={form.errorOf('endsOn')}
          defaultValue={form.typedOf('endsOn', endsOn)}
        />
      </FieldGrid>
      <Groups form={form} plan={plan} groups={groups} />
    </>
  );
}

function Groups({ form, plan, groups }: Props) {
  const chosen = plan?.groupIds ?? [];
  return (
    <ChoiceGroup
      legend="Groups"
      hint={groups.length === 0 ? 'Groups are kept in Step 2.' : undefined}
      error={form.errorOf('groupIds')?.join(' ')}
    >
      {groups.map((group) => (
        <Checkbox key={group.id} name="groupIds" value={group.id} defaultChecked={chosen.includes(group.id)}>
          {`${group.name} (${group.people.toLocaleString('en')})`}
        </Checkbox>
      ))}
    </ChoiceGroup>
  );
}
