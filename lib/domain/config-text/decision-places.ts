import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { decisionKeys } from '#lib/domain/config/decision-values';

/** A key of a file that a decision is written to. */
export type DecisionPlace = { file: ConfigFileName; path: readonly string[] };

/** What the form decides: the five baseline decisions, and how local clients sign in. */
export const formParts = [...decisionKeys, 'login'] as const;

/** One of the parts that the form decides. */
export type FormPart = (typeof formParts)[number];

const place = (file: ConfigFileName) => (name: string) => ({ file, path: name.split('.') });
const required = place('requirements.toml');
const managed = place('managed_config.toml');
const starting = place('config.toml');

/** Every key that the form writes. What else a file says is never touched by it. */
export const decisionPlaces: Readonly<Record<FormPart, readonly DecisionPlace[]>> = {
  approval: [required('allowed_approval_policies'), starting('approval_policy')],
  sandbox: [required('allowed_sandbox_modes'), starting('sandbox_mode')],
  webSearch: [required('allowed_web_search_modes'), managed('web_search')],
  mcp: [required('mcp_servers'), required('features.apps')],
  telemetry: [
    managed('otel.exporter'),
    managed('otel.trace_exporter'),
    managed('otel.metrics_exporter'),
    managed('otel.log_user_prompt'),
    managed('history.persistence'),
    managed('analytics.enabled'),
  ],
  login: [
    required('allowed_login_methods'),
    required('allowed_chatgpt_workspaces'),
    managed('forced_login_method'),
    managed('forced_chatgpt_workspace_id'),
  ],
};
