import { Checkbox, ChoiceGroup, Radio } from '#components/ui/choice';
import { Field, FieldGrid, Select, TextArea } from '#components/ui/field';
import type { FormState } from '#components/ui/form-state';
import { outcomes, outcomeWords } from '#lib/domain/validation/check';
import type { ExpectedAccess } from '#lib/domain/validation/expected-access';
import type { ItemAnswer } from '#lib/domain/validation/plan-checks';
import { permissionField } from './check-input';

type Props = { form: FormState; answer: ItemAnswer; label: string };

/** The fields that say what was seen: in words, permission by permission, or as a sum. */
export function SeenFields({ form, answer, label }: Props) {
  switch (answer.kind) {
    case 'word':
      return <InWords form={form} />;
    case 'access':
      return <Permissions form={form} permissions={answer.permissions} />;
    case 'sum':
      return <Sum form={form} label={label} />;
    default:
      return answer satisfies never;
  }
}

function InWords({ form }: { form: FormState }) {
  return (
    <>
      <ChoiceGroup legend="How did it come out?" error={form.errorOf('outcome')?.join(' ')}>
        {outcomes.map((outcome) => (
          <Radio
            key={outcome}
            name="outcome"
            value={outcome}
            defaultChecked={form.typedOf('outcome') === outcome}
          >
            {outcomeWords[outcome]}
          </Radio>
        ))}
      </ChoiceGroup>
      <TextArea
        label="What you saw"
        name="observed"
        rows={2}
        error={form.errorOf('observed')}
        defaultValue={form.typedOf('observed')}
      />
    </>
  );
}

const tried = [
  { value: 'works', label: 'It worked' },
  { value: 'refused', label: 'It was refused' },
];

type PermissionsProps = { form: FormState; permissions: readonly ExpectedAccess[] };

function Permissions({ form, permissions }: PermissionsProps) {
  return (
    <FieldGrid>
      {permissions.map(({ key, label }) => (
        <Select
          key={key}
          label={`Using ${label}`}
          name={`${permissionField}${key}`}
          empty="Not tried yet"
          options={tried}
          error={form.typedOf(`${permissionField}${key}`) === '' ? form.errorOf('permissions') : undefined}
          defaultValue={form.typedOf(`${permissionField}${key}`)}
        />
      ))}
    </FieldGrid>
  );
}

function Sum({ form, label }: { form: FormState; label: string }) {
  return (
    <>
      <Field
        label="What the command printed"
        name="observed"
        mono
        autoComplete="off"
        spellCheck={false}
        error={form.errorOf('observed')}
        defaultValue={form.typedOf('observed')}
      />
      <Checkbox name="outcome" value="not_used" defaultChecked={form.isTicked('outcome', false)}>
        {`Nobody uses ${label} here`}
      </Checkbox>
    </>
  );
}
