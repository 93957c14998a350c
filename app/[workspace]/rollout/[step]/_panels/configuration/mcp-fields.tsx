'use client';

import { useState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button';
import { RadioDoors } from '#components/ui/choice';
import { FieldMessage } from '#components/ui/field';
import { decisionTexts, optionTexts } from '#lib/catalog/baseline';
import { serverRowsFromForm } from '#lib/domain/config/configuration-from-form';
import type { FormPart } from './form-part';
import { ServerFields } from './server-fields';

const modes = Object.entries(optionTexts.mcp).map(([value, { label, meaning, consequence }]) => ({
  value,
  label,
  second: `${meaning} ${consequence}`,
}));

const never = () => () => undefined;

/** Which MCP servers may run, and which are listed; one row is always empty, for the next. */
export function McpFields({ values, errors }: FormPart) {
  const servers = serverRowsFromForm(new Map(Object.entries(values)));
  const [added, add] = useState(0);
  const isHydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const messages = errors.mcp ?? [];
  const general = messages.filter((message) => !message.startsWith('servers: '));
  const rows = servers.length + 1 + added;

  return (
    <div className="group grid gap-3 border-t border-line p-4">
      <RadioDoors
        legend={decisionTexts.mcp.label}
        name="mcp.mode"
        options={modes}
        defaultValue={values['mcp.mode']}
        error={general.length > 0 ? general : undefined}
        required
      />
      <div className="hidden gap-3 group-has-[input[value=listed]:checked]:grid">
        {Array.from({ length: rows }, (_, index) => (
          <ServerFields key={index} index={index} server={servers[index]} messages={messages} />
        ))}
        <FieldMessage id="mcp-rows" hint="Leave a row empty to take the server off the list." />
        {isHydrated ? (
          <p>
            <Button small icon="plus" onClick={() => add(added + 1)}>
              Add a server
            </Button>
          </p>
        ) : null}
      </div>
    </div>
  );
}
