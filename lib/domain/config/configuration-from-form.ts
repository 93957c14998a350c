import {
  approvalPolicies,
  leastApproval,
  leastSandbox,
  sandboxModes,
  webSearchModes,
  type DecisionKey,
} from './decision-values';

/** Fields of a form by name, such as `FormData`, or what was typed into one. */
export type FormFields = { get(name: string): unknown };

/** One MCP server as a form holds it. */
export type ServerRow = { name: string; by: string; value: string };

const textOf = (fields: FormFields, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

const isTicked = (fields: FormFields, name: string) => ['on', 'true'].includes(textOf(fields, name));

/**
 * The MCP servers of a form, in its order and without empty rows: `mcp.0.name`, `mcp.0.by` (`command` or
 * `url`), `mcp.0.value`, then `mcp.1…` up to the first number that is missing.
 */
export function serverRowsFromForm(fields: FormFields): ServerRow[] {
  const rows: ServerRow[] = [];
  for (let index = 0; typeof fields.get(`mcp.${index}.name`) === 'string'; index += 1) {
    const [name, by, value] = ['name', 'by', 'value'].map((part) => textOf(fields, `mcp.${index}.${part}`));
    rows.push({ name: name ?? '', by: by ?? '', value: value ?? '' });
  }
  return rows.filter(({ name, value }) => name !== '' || value !== '');
}

function mcpFrom(fields: FormFields) {
  const mode = textOf(fields, 'mcp.mode');
  if (mode !== 'listed') return { mode };
  const servers = serverRowsFromForm(fields).map(({ name, by, value }) => ({
    name,
    identity: by === 'url' ? { url: value } : { command: value },
  }));
  return { mode, servers };
}

function exporterFrom(fields: FormFields) {
  const kind = textOf(fields, 'telemetry.exporter');
  if (kind === 'none') return { kind };
  const endpoint = textOf(fields, 'telemetry.endpoint');
  return kind === 'otlp-http'
    ? { kind, endpoint, protocol: textOf(fields, 'telemetry.protocol') }
    : { kind, endpoint };
}

/** The five decisions of a form, still to be parsed. What must stay allowed has no field and is added. */
export function decisionsFromForm(fields: FormFields): Record<DecisionKey, unknown> {
  const isChosen = (decision: string, value: string) => isTicked(fields, `${decision}.${value}`);
  return {
    approval: approvalPolicies.filter((policy) => policy === leastApproval || isChosen('approval', policy)),
    sandbox: sandboxModes.filter((mode) => mode === leastSandbox || isChosen('sandbox', mode)),
    webSearch: webSearchModes.filter((mode) => isChosen('webSearch', mode)),
    mcp: mcpFrom(fields),
    telemetry: {
      exporter: exporterFrom(fields),
      logUserPrompt: false,
      history: textOf(fields, 'telemetry.history'),
      analytics: isTicked(fields, 'telemetry.analytics'),
    },
  };
}

/** The input of a write by hand: the five decisions, and the version the form was opened with. */
export function configurationFromForm(fields: FormFields): Record<string, unknown> {
  const version = textOf(fields, 'version');
  return { ...decisionsFromForm(fields), version: version === '' ? null : Number(version) };
}
