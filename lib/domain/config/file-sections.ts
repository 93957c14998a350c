import type { LoginRestriction } from '#lib/domain/login/login-restriction';
import type { Decisions } from './decisions';
import type { TomlLine, TomlSection } from './render-toml';

/** Names of the files a baseline gives, as the clients look for them. */
export const configFileNames = ['requirements.toml', 'managed_config.toml', 'config.toml'] as const;

/** Name of one of the files a baseline gives. */
export type ConfigFileName = (typeof configFileNames)[number];

/** What the files follow from; `login` is null until somebody decided how local clients may sign in. */
export type FileSource = { decisions: Decisions; login: LoginRestriction | null };

/**
 * What each file says for what was decided.
 *
 * `requirements.toml` holds what users cannot override. `managed_config.toml` holds the rest of the
 * decisions and never `approval_policy`, `sandbox_mode` or `approvals_reviewer`: clients turn these
 * three into requirements that outrank `requirements.toml`. `config.toml` holds starting values that
 * the requirements allow.
 *
 * Source: admin guide, step 3.
 */
export const sectionsOf: Readonly<Record<ConfigFileName, (source: FileSource) => TomlSection[]>> = {
  'requirements.toml': requirementsSections,
  'managed_config.toml': managedSections,
  'config.toml': startingSections,
};

function requirementsSections({ decisions, login }: FileSource): TomlSection[] {
  const { approval, sandbox, webSearch, mcp } = decisions;
  return [
    {
      table: null,
      lines: [
        { key: 'allowed_approval_policies', value: approval, note: 'the first is what clients fall back to' },
        { key: 'allowed_sandbox_modes', value: sandbox, note: 'clients fall back to read-only' },
        { key: 'allowed_web_search_modes', value: webSearch, note: 'disabled is always allowed as well' },
        ...requiredLogin(login),
      ],
    },
    ...mcpSections(mcp),
  ];
}

/** Clients before August 2026 pass over these two, and so does every client in a cloud policy. */
function requiredLogin(login: LoginRestriction | null): TomlLine[] {
  const { method, workspaces } = login ?? { method: 'any', workspaces: [] };
  return [
    ...(method === 'any'
      ? []
      : [{ key: 'allowed_login_methods', value: [method], note: 'no effect in a cloud policy' }]),
    ...(workspaces.length === 0
      ? []
      : [{ key: 'allowed_chatgpt_workspaces', value: workspaces, note: 'no effect in a cloud policy' }]),
  ];
}

/** The same for clients of any age. Before 14 May 2026 a list of workspaces was no known form. */
function forcedLogin(login: LoginRestriction | null): TomlLine[] {
  const { method, workspaces } = login ?? { method: 'any', workspaces: [] };
  const [only, ...more] = workspaces;
  return [
    ...(method === 'any' ? [] : [{ key: 'forced_login_method', value: method }]),
    ...(only === undefined
      ? []
      : [{ key: 'forced_chatgpt_workspace_id', value: more.length === 0 ? only : workspaces }]),
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

function managedSections({ decisions, login }: FileSource): TomlSection[] {
  const { webSearch, telemetry } = decisions;
  const { exporter, logUserPrompt, history, analytics } = telemetry;
  return [
    { table: null, lines: [...forcedLogin(login), ...webSearchStart(webSearch)] },
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

function startingSections({ decisions: { sandbox } }: FileSource): TomlSection[] {
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
