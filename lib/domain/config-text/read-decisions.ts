import { decisionsSchema, type Decisions } from '#lib/domain/config/decisions';
import type { DecisionKey } from '#lib/domain/config/decision-values';
import { loginRestrictionSchema, type LoginRestriction } from '#lib/domain/login/login-restriction';
import { valueAt } from './text-values';

/** What requirements.toml and managed_config.toml say, as plain values. */
export type SaidValues = { required: unknown; managed: unknown };

const at = (values: unknown, name: string) => valueAt(values, name.split('.'));

/** A decision as the keys of the files tell it, still to be held against what the form would write for it. */
const readings: Readonly<Record<DecisionKey, (said: SaidValues) => unknown>> = {
  approval: ({ required }) => at(required, 'allowed_approval_policies'),
  sandbox: ({ required }) => at(required, 'allowed_sandbox_modes'),
  webSearch: ({ required }) => at(required, 'allowed_web_search_modes'),
  mcp: ({ required }) => mcpOf(at(required, 'mcp_servers'), at(required, 'features.apps')),
  telemetry: ({ managed }) => ({
    exporter: exporterOf(at(managed, 'otel.exporter')),
    logUserPrompt: at(managed, 'otel.log_user_prompt'),
    history: at(managed, 'history.persistence'),
    analytics: at(managed, 'analytics.enabled') !== false,
  }),
};

function mcpOf(servers: unknown, apps: unknown): unknown {
  if (servers === undefined) return { mode: 'any' };
  if (typeof servers !== 'object' || servers === null) return null;
  const named = Object.entries(servers).map(([name, held]) => ({ name, identity: at(held, 'identity') }));
  return named.length === 0 && apps === false ? { mode: 'none' } : { mode: 'listed', servers: named };
}

function exporterOf(exporter: unknown): unknown {
  if (exporter === 'none') return { kind: 'none' };
  const [kind, target] = typeof exporter === 'object' && exporter ? (Object.entries(exporter)[0] ?? []) : [];
  return typeof target === 'object' ? { kind, ...target } : null;
}

/** The decision that the files tell for one part; null where the form knows no such decision. */
export function readDecision<K extends DecisionKey>(key: K, said: SaidValues): Decisions[K] | null {
  const parsed = decisionsSchema.shape[key].safeParse(readings[key](said));
  // safe because the schema of a key gives what decisions hold under that key
  return parsed.success ? (parsed.data as Decisions[K]) : null;
}

/** How local clients may sign in, as requirements.toml tells it; null where the form knows no such restriction. */
export function readLogin({ required }: SaidValues): LoginRestriction | null {
  const methods = at(required, 'allowed_login_methods');
  const method =
    methods === undefined ? 'any' : Array.isArray(methods) && methods.length === 1 ? methods[0] : null;
  const workspaces = at(required, 'allowed_chatgpt_workspaces') ?? [];
  return loginRestrictionSchema.safeParse({ method, workspaces }).data ?? null;
}
