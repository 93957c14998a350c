import { Checkbox } from '#components/ui/choice';
import { Field, FieldMessage, Select } from '#components/ui/field';
import { decisionTexts, optionTexts, type OptionText } from '#lib/catalog/baseline';
import { messagesAt } from '#lib/domain/field-errors';
import type { FormPart } from './form-part';

const choices = (options: Readonly<Record<string, OptionText>>) =>
  Object.entries(options).map(([value, { label }]) => ({ value, label }));

const consequences = (options: Readonly<Record<string, OptionText>>) =>
  Object.values(options)
    .map(({ label, consequence }) => `${label}: ${consequence}`)
    .join(' ');

const encodings = [
  { value: 'binary', label: 'binary' },
  { value: 'json', label: 'json' },
];

/** What Codex keeps on the computer, and what it sends where. */
export function TelemetryFields({ values, errors }: FormPart) {
  const messages = errors.telemetry ?? [];
  const endpointErrors = messagesAt(messages, ['exporter', 'endpoint']);
  const general = messages.filter((message) => !message.startsWith('exporter: endpoint: '));
  const { label, always } = decisionTexts.telemetry;

  return (
    <fieldset className="group border-t border-line p-4" aria-describedby="telemetry-message">
      <legend className="label float-left w-full">{label}</legend>
      <div className="clear-both grid gap-4">
        <Select
          label="OpenTelemetry records"
          name="telemetry.exporter"
          options={choices(optionTexts.exporter)}
          hint={consequences(optionTexts.exporter)}
          defaultValue={values['telemetry.exporter']}
        />
        <div className="grid gap-4 group-has-[option[value=none]:checked]:hidden">
          <Field
            label="Address of your collector"
            name="telemetry.endpoint"
            type="text"
            inputMode="url"
            defaultValue={values['telemetry.endpoint']}
            error={endpointErrors}
            autoComplete="off"
            spellCheck={false}
            mono
          />
          <Select
            label="Encoding over HTTP"
            name="telemetry.protocol"
            options={encodings}
            defaultValue={values['telemetry.protocol']}
          />
        </div>
        <KeptFields values={values} />
        <FieldMessage id="telemetry-message" hint={always} error={general} />
      </div>
    </fieldset>
  );
}

/** What stays on the computer, and the metrics that do not. */
function KeptFields({ values }: Pick<FormPart, 'values'>) {
  return (
    <>
      <Select
        label="History on the computer"
        name="telemetry.history"
        options={choices(optionTexts.history)}
        hint={consequences(optionTexts.history)}
        defaultValue={values['telemetry.history']}
      />
      <Checkbox name="telemetry.analytics" defaultChecked={values['telemetry.analytics'] === 'on'}>
        Usage metrics as Codex comes
        <span className="meta-soft block">{`${optionTexts.analytics.on.meaning} ${optionTexts.analytics.on.consequence}`}</span>
      </Checkbox>
    </>
  );
}
