import type { Decisions } from './decisions';
import type { TomlLine, TomlSection } from './render-toml';

/** Names of the files a baseline gives, as the clients look for them. */
export const configFileNames = ['requirements.toml', 'managed_config.toml', 'config.toml'] as const;

/** Name of one of the files a baseline gives. */
export type ConfigFileName = (typeof configFileNames)[number];

/**
 * What each file says for given decisions.
 *
 * `requirements.toml` holds what users cannot override. `managed_config.toml` holds the rest of the
 * decisions and never `approval_policy`, `sandbox_mode` or `approvals_reviewer`: clients turn these
 * three into requirements that outrank `requirements.toml`. `config.toml` holds starting values that
 * the requirements allow.
 *
 * Source: admin guide, step 3.
 */
export const sectionsOf: Readonly<Record<ConfigFileName, (decisions: Decisions) => TomlSection[]>> = {
  'requirements.toml': requirementsSections,
  'managed_config.toml': managedSections,
  'config.toml': startingSections,
};

function requirementsSections({ approval, sandbox, webSearch, mcp }: Decisions): TomlSection[] {
  return [
    {
      table: null,
      lines: [
        { key: 'allowed_approval_policies', value: approval, note: 'the first is what clients fall back to' },
        { key: 'allowed_sandbox_modes', value: sandbox, note: 'clients fall back to read-only' },
        { key: 'allowed_web_search_modes', value: webSearch, note: 'disabled is always allowed as well' },
      ],
    },
    ...mcpSections(mcp),
  ];
}

function mcpSections(mcp: Decisions['mcp']): TomlSection[] {
  if (mcp.mode === 'any') return [];
  if (mcp.mode === 'none') {
    return [
      { table: 'features', lines: [{ key: 'apps', value: false, note: 'no connectors from ChatGPT' }] },
      { table: 'mcp_servers', note: 'empty: no MCP server may run', lines: [] },
    ];
  }
  if (mcp.servers.length === 0) {
    return [{ table: 'mcp_servers', note: 'empty: none may run until one is listed', lines: [] }];
  }
  return mcp.servers.map(({ name, identity }) => ({
    table: `mcp_servers.${name}`,
    lines: [{ key: 'identity', value: { ...identity }, note: 'name and identity must both match' }],
  }));
}

function managedSections({ webSearch, telemetry }: Decisions): TomlSection[] {
  const { exporter, logUserPrompt, history, analytics } = telemetry;
  return [
    { table: null, lines: webSearchStart(webSearch) },
    ...(analytics ? [] : [{ table: 'analytics', lines: [{ key: 'enabled', value: false }] }]),
    {
      table: 'history',
      lines: [{ key: 'persistence', value: history, note: "history kept on the developer's machine" }],
    },
    {
      table: 'otel',
      lines: [
        { key: 'exporter', value: exporterValue(exporter) },
        { key: 'trace_exporter', value: 'none', note: 'older clients send traces where logs go' },
        ...(analytics ? [] : [{ key: 'metrics_exporter', value: 'none' }]),
        { key: 'log_user_prompt', value: logUserPrompt, note: 'prompts stay redacted in what is exported' },
      ],
    },
  ];
}

/** Clients start with `cached`: where it is not allowed they would warn at every start. */
function webSearchStart(webSearch: Decisions['webSearch']): TomlLine[] {
  if (webSearch.includes('cached')) return [];
  return [
    {
      key: 'web_search',
      value: webSearch[0] ?? 'disabled',
      note: 'the start without this, cached, is not allowed',
    },
  ];
}

function exporterValue(exporter: Decisions['telemetry']['exporter']) {
  if (exporter.kind === 'none') return 'none';
  const { kind, ...target } = exporter;
  return { [kind]: target };
}

function startingSections({ sandbox }: Decisions): TomlSection[] {
  const mode = sandbox.includes('workspace-write') ? 'workspace-write' : 'read-only';
  return [
    {
      table: null,
      lines: [
        { key: 'approval_policy', value: 'on-request' },
        { key: 'sandbox_mode', value: mode },
      ],
    },
  ];
}
