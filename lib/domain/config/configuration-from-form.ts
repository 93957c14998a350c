import {
  approvalPolicies,
  leastApproval,
  leastSandbox,
  sandboxModes,
  webSearchModes,
  type DecisionKey,
} from './decision-values';
import type { Decisions } from './decisions';

/** Fields of a form by name, such as `FormData`, or what was typed into one. */
export type FormFields = { get(name: string): unknown };

/** One MCP server as a form holds it. */
export type ServerRow = {
  name: string;
  by: string;
  value: string;
  /** Its place among the servers that are sent, which messages name it by; null for an empty row. */
  place: number | null;
};

const textOf = (fields: FormFields, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

const isTicked = (fields: FormFields, name: string) => ['on', 'true'].includes(textOf(fields, name));

/**
 * The MCP servers of a form, in its order, up to the last row that is not empty: `mcp.0.name`, `mcp.0.by`
 * (`command` or `url`), `mcp.0.value`, then `mcp.1…` up to the first number that is missing.
 */
export function serverRowsFromForm(fields: FormFields): ServerRow[] {
  const rows: ServerRow[] = [];
  let [sent, end] = [0, 0];
  for (let index = 0; typeof fields.get(`mcp.${index}.name`) === 'string'; index += 1) {
    const part = (name: string) => textOf(fields, `mcp.${index}.${name}`);
    const row = { name: part('name'), by: part('by'), value: part('value') };
    const isEmpty = row.name === '' && row.value === '';
    rows.push({ ...row, place: isEmpty ? null : sent });
    if (isEmpty) continue;
    sent += 1;
    end = rows.length;
  }
  return rows.slice(0, end);
}

function mcpFrom(fields: FormFields) {
  const mode = textOf(fields, 'mcp.mode');
  if (mode !== 'listed') return { mode };
  const servers = serverRowsFromForm(fields)
    .filter(({ place }) => place !== null)
    .map(({ name, by, value }) => ({ name, identity: by === 'url' ? { url: value } : { command: value } }));
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

/** The input of a write by hand: the five decisions, the one alone that is taken, and the version the form was opened with. */
export function configurationFromForm(fields: FormFields): Record<string, unknown> {
  const version = textOf(fields, 'version');
  const only = textOf(fields, 'only');
  return {
    ...decisionsFromForm(fields),
    ...(only === '' ? {} : { only }),
    version: version === '' ? null : Number(version),
  };
}

const ticks = (decision: string, values: readonly string[]) =>
  Object.fromEntries(values.map((value) => [`${decision}.${value}`, 'on']));

function serverFields(mcp: Decisions['mcp']): Record<string, string> {
  const servers = mcp.mode === 'listed' ? mcp.servers : [];
  const fields = servers.flatMap(({ name, identity }, index) => [
    [`mcp.${index}.name`, name],
    [`mcp.${index}.by`, 'url' in identity ? 'url' : 'command'],
    [`mcp.${index}.value`, 'url' in identity ? identity.url : identity.command],
  ]);
  return Object.fromEntries(fields);
}

/** The fields of a form that shows `decisions`; `decisionsFromForm` gives the decisions back. */
export function formFromDecisions({ approval, sandbox, webSearch, mcp, telemetry }: Decisions) {
  const { exporter, history, analytics } = telemetry;
  const fields: Record<string, string> = {
    ...ticks('approval', approval),
    ...ticks('sandbox', sandbox),
    ...ticks('webSearch', webSearch),
    'mcp.mode': mcp.mode,
    ...serverFields(mcp),
    'telemetry.exporter': exporter.kind,
    'telemetry.endpoint': 'endpoint' in exporter ? exporter.endpoint : '',
    'telemetry.protocol': 'protocol' in exporter ? exporter.protocol : 'binary',
    'telemetry.history': history,
    ...(analytics ? { 'telemetry.analytics': 'on' } : {}),
  };
  return fields;
}
