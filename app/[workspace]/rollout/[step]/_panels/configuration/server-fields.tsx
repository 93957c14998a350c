import { Field, FieldGrid, Select, WholeRow } from '#components/ui/field';
import type { ServerRow } from '#lib/domain/config/configuration-from-form';
import { messagesAt } from '#lib/domain/field-errors';

type Props = { index: number; server: ServerRow | undefined; messages: readonly string[] };

const kinds = [
  { value: 'command', label: 'Command' },
  { value: 'url', label: 'Address' },
];

/** One listed MCP server: its name, and the command or address behind it. */
export function ServerFields({ index, server, messages }: Props) {
  const number = index + 1;
  const at = (...path: string[]) =>
    typeof server?.place === 'number' ? messagesAt(messages, ['servers', String(server.place), ...path]) : [];
  return (
    <fieldset>
      <legend className="meta mb-2">{`Server ${number}`}</legend>
      <FieldGrid>
        <Field
          label="Name"
          name={`mcp.${index}.name`}
          defaultValue={server?.name}
          error={at('name')}
          autoComplete="off"
          spellCheck={false}
          mono
        />
        <Select
          label="Kind"
          name={`mcp.${index}.by`}
          options={kinds}
          defaultValue={server?.by ?? 'command'}
        />
        <WholeRow>
          <Field
            label="Command without arguments, or address"
            name={`mcp.${index}.value`}
            defaultValue={server?.value}
            error={[...at('identity', 'command'), ...at('identity', 'url')]}
            autoComplete="off"
            spellCheck={false}
            mono
          />
        </WholeRow>
      </FieldGrid>
    </fieldset>
  );
}
