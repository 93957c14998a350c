import type { ConfigForm, ConfigKey } from '#lib/domain/config-check/config-key';
import { compareVersions } from '#lib/domain/config-check/client-version';
import { stepsOf } from '#lib/domain/config-check/key-path';

/** The newest client that the catalogue was held against. */
export const newestClient = '0.169.0';

/**
 * The first client that knows each key, found by asking 52 clients from 0.113.0 to 0.169.0 for a good and a bad
 * sample. A key that is not listed came with the table it stands in, or was there before 0.113.0.
 */
const firstClients: Readonly<Record<ConfigForm, Readonly<Record<string, readonly string[]>>>> = {
  requirements: {
    '0.115.0': ['allowed_approval_policies[].granular', 'apps'],
    '0.118.0': ['experimental_network.domains', 'experimental_network.unix_sockets'],
    '0.120.0': ['allowed_approvals_reviewers', 'guardian_policy_config'],
    '0.122.0': ['permissions'],
    '0.123.0': ['remote_sandbox_config'],
    '0.124.0': ['hooks'],
    '0.128.0': ['plugins'],
    '0.129.0': ['hooks.PostCompact', 'hooks.PreCompact'],
    '0.131.0': ['allow_managed_hooks_only', 'apps.*.tools', 'hooks.*[].hooks[].command_windows'],
    '0.133.0': ['computer_use', 'hooks.SubagentStart', 'hooks.SubagentStop', 'permissions.*'],
    '0.134.0': ['allow_appshots'],
    '0.136.0': ['windows'],
    '0.138.0': ['allowed_permission_profiles', 'default_permissions'],
    '0.140.0': ['allow_remote_control'],
    '0.143.0': ['marketplaces', 'models'],
    '0.145.0': ['hooks.*[].hooks[].additionalContextLimit', 'hooks.SessionEnd'],
    '0.146.0': [
      'allow_login_shell',
      'browser_use',
      'check_for_update_on_startup',
      'feedback',
      'log_dir',
      'sqlite_home',
      'windows.sandbox_private_desktop',
    ],
    '0.147.0': ['allowed_chatgpt_workspaces', 'allowed_login_methods'],
    '0.148.0': ['auto_review'],
    '0.149.0': ['chatgpt_base_url', 'cli_auth_credentials_store'],
    '0.150.0': [
      'additional_developer_instructions',
      'allow_browser_and_computer_use',
      'browser_use.allow_global_persistent_approval',
      'browser_use.allow_history_access',
      'browser_use.default_origin_policy',
      'browser_use.origins',
      'computer_use.allow_persistent_approval',
      'computer_use.default_app_access',
      'computer_use.macos',
      'computer_use.windows',
      'hooks.Interrupt',
      'in_app_browser',
    ],
    '0.153.0': ['experimental_network.header_injections'],
    '0.154.0': ['application', 'browser_use.allow_webmcp'],
    '0.156.0': ['model_provider', 'model_providers'],
    '0.157.0': ['guardian_extra_policy'],
    '0.161.0': ['windows.allow_mxc'],
    '0.162.0': ['browser_use.extension'],
    '0.163.0': ['windows.require_mxc'],
    '0.164.0': ['application.storage', 'config_server', 'hooks.PostModelRequest', 'hooks.PreModelRequest'],
    '0.165.0': ['experimental_network.review_domains'],
    '0.166.0': ['network_proxy', 'otel', 'unsafe_enforce_sqlite_journal_mode'],
    '0.169.0': ['otel.log_sse_deltas', 'permissions.network', 'rules.prefix_rules[].canonical_matching'],
  },
  config: {
    '0.114.0': ['skills.bundled'],
    '0.115.0': ['approval_policy.granular', 'approvals_reviewer', 'windows.sandbox_private_desktop'],
    '0.116.0': ['model_providers.*.websocket_connect_timeout_ms'],
    '0.117.0': ['mcp_servers.*.tools', 'skills.config[].name'],
    '0.118.0': ['model_providers.*.auth'],
    '0.122.0': ['mcp_servers.*.default_tools_approval_mode', 'skills.include_instructions'],
    '0.123.0': ['model_providers.*.aws'],
    '0.124.0': ['auto_review', 'hooks'],
    '0.129.0': ['hooks.PostCompact', 'hooks.PreCompact'],
    '0.130.0': ['otel.span_attributes', 'otel.tracestate'],
    '0.131.0': ['hooks.*[].hooks[].command_windows', 'permissions.*.workspace_roots'],
    '0.133.0': [
      'hooks.SubagentStart',
      'hooks.SubagentStop',
      'permissions.*.description',
      'permissions.*.extends',
    ],
    '0.137.0': ['apps.*.approvals_reviewer'],
    '0.140.0': ['apps._default.approvals_reviewer'],
    '0.142.0': ['apps._default.default_tools_approval_mode'],
    '0.145.0': ['hooks.*[].hooks[].additionalContextLimit', 'hooks.SessionEnd'],
    '0.146.0': ['model_providers.*.supports_standalone_web_search'],
    '0.150.0': ['hooks.Interrupt', 'otel.tool_result'],
    '0.158.0': ['otel.log_agent_responses', 'otel.log_guardian_assessments'],
    '0.164.0': ['hooks.PostModelRequest', 'hooks.PreModelRequest'],
    '0.169.0': ['otel.log_sse_deltas'],
  },
};

/** The first client that no longer knows a key. */
const lastClients: Readonly<Record<ConfigForm, Readonly<Record<string, string>>>> = {
  requirements: { 'windows.sandbox_private_desktop': '0.156.0' },
  config: { 'windows.sandbox_private_desktop': '0.156.0' },
};

/** The keys, each with the clients that know it. */
export function withClients(keys: readonly ConfigKey[]): readonly ConfigKey[] {
  const first = { requirements: byPath('requirements'), config: byPath('config') };
  return keys.map((key) => ({
    ...key,
    since: newest(placesOf(key.path).flatMap((path) => first[key.form].get(path) ?? [])),
    until: lastClients[key.form][key.path] ?? null,
  }));
}

const byPath = (form: ConfigForm) =>
  new Map(
    Object.entries(firstClients[form]).flatMap(([version, paths]) => paths.map((path) => [path, version])),
  );

/** A path and those of the tables around it; hooks of every event came with the same fields. */
function placesOf(path: string): readonly string[] {
  const steps = stepsOf(path);
  const around = steps.map((_, at) => written(steps.slice(0, at + 1)));
  return [...around, ...around.map((one) => one.replace(/^hooks\.\w+\[\]/, 'hooks.*[]'))];
}

const written = (steps: readonly string[]) =>
  steps.map((step, at) => (at > 0 && step !== '[]' ? `.${step}` : step)).join('');

const newest = (versions: readonly string[]): string | null =>
  [...versions].sort(compareVersions).at(-1) ?? null;
