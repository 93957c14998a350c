import { isTable } from '#lib/domain/config-text/text-values';
import { readAs } from '#lib/domain/config-check/older-words';
import { sameValue } from '#lib/domain/config-text/compare-values';
import type { AnswerNote, Layer, Said } from './layer';
import { mergedAt, plainOf, type Merged, type MergedTable } from './merge-values';

/** What a machine's files say together: what bounds, and what is asked for. */
export type Together = { required: MergedTable; starting: MergedTable; trusted: boolean };

/** A value of config.toml after its requirement: who gave it, and what was asked for where it was replaced. */
export type Bounded = {
  value: unknown;
  layers: readonly Layer[];
  wanted: Said | null;
  notes: readonly AnswerNote[];
};

const saidAt = (
  table: MergedTable,
  path: readonly string[],
): { value: unknown; layers: readonly Layer[] } | null => {
  const found = mergedAt(table, path);
  if (!found) return null;
  return { value: plainOf(found), layers: layersOf(found) };
};

/** The layers that give a value, or the parts of a table, the first of them first. */
export function layersOf(merged: Merged): readonly Layer[] {
  if (merged.kind === 'leaf') return merged.layers;
  const inner = [...merged.entries.values()].flatMap(layersOf);
  return inner.length === 0 ? [merged.layer] : [...new Set(inner)];
}

const builtIn = (value: unknown) => ({ value, layers: ['built_in' as Layer] });

/** A value as clients compare it: older words by their newer ones, granular approvals with all of their fields. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string') return readAs[value] ?? value;
  return isTable(value) && isTable(value.granular)
    ? { granular: { skill_approval: false, request_permissions: false, ...value.granular } }
    : value;
}

type Bound = {
  list: string;
  /** What is asked for where no file does. */
  start: (together: Together) => unknown;
  /** What is always among the allowed. */
  always: readonly string[];
  /** What takes the place of something that is not allowed. */
  fallback: (allowed: readonly unknown[]) => unknown;
};

const searchOrder = ['cached', 'indexed', 'live', 'disabled'];

/** The starting values that a list of allowed ones bounds. */
export const bounds: Readonly<Record<string, Bound>> = {
  approval_policy: {
    list: 'allowed_approval_policies',
    start: () => 'on-request',
    always: [],
    fallback: ([first]) => first,
  },
  sandbox_mode: {
    list: 'allowed_sandbox_modes',
    start: ({ trusted }) => (trusted ? 'workspace-write' : 'read-only'),
    always: ['read-only'],
    fallback: () => 'read-only',
  },
  approvals_reviewer: {
    list: 'allowed_approvals_reviewers',
    start: () => 'user',
    always: [],
    fallback: ([first]) => first,
  },
  web_search: {
    list: 'allowed_web_search_modes',
    start: () => 'cached',
    always: ['disabled'],
    fallback: (allowed) => searchOrder.find((mode) => allowed.includes(mode)),
  },
};

/** What a list of allowed values makes of a starting value; `key` is one of `bounds`. */
export function boundedValue(key: string, together: Together): Bounded {
  const bound = bounds[key];
  if (!bound) throw new Error(`${key} has no list of allowed values`);
  const asked = saidAt(together.starting, [key]) ?? builtIn(bound.start(together));
  const wanted = { ...asked, value: canonical(asked.value) };
  const allowed = allowedBy(bound, together);
  const isAllowed = (value: unknown) => !allowed || allowed.values.some((one) => sameValue(one, value));
  if (key === 'web_search' && wanted.value === 'cached' && opensSearch(isAllowed, together)) {
    return replaced(wanted, { value: 'live', layers: ['built_in'] }, ['full_access_searches_live']);
  }
  if (!allowed || isAllowed(wanted.value)) return { ...wanted, wanted: null, notes: [] };
  return replaced(wanted, { value: bound.fallback(allowed.values), layers: allowed.layers }, allowed.notes);
}

/** Whether a cached search becomes a live one: both are allowed, and commands of the thread may touch everything. */
const opensSearch = (isAllowed: (mode: string) => boolean, together: Together) =>
  isAllowed('cached') &&
  isAllowed('live') &&
  boundedValue('sandbox_mode', together).value === 'danger-full-access';

type Allowed = { values: readonly unknown[]; layers: readonly Layer[]; notes: readonly AnswerNote[] };

/** What may be asked for, and which layers say so; null where anything may. */
function allowedBy({ list, always }: Bound, { required }: Together): Allowed | null {
  const said = saidAt(required, [list]);
  const values = Array.isArray(said?.value) ? [...said.value.map(canonical), ...always] : null;
  const allowed = said && values ? { values, layers: said.layers, notes: [] } : null;
  return list === 'allowed_sandbox_modes' ? closedBy(saidAt(required, denyRead), allowed) : allowed;
}

/** Files that commands may not read: full access would read them, so it is taken away. */
const denyRead = ['permissions', 'filesystem', 'deny_read'];

function closedBy(denied: ReturnType<typeof saidAt>, allowed: Allowed | null): Allowed | null {
  if (!denied || !Array.isArray(denied.value) || denied.value.length === 0) return allowed;
  const { values, layers } = allowed ?? { values: ['read-only', 'workspace-write'], layers: [] };
  return {
    values: values.filter((mode) => mode !== 'danger-full-access'),
    layers: [...new Set([...layers, ...denied.layers])],
    notes: ['deny_read_closes'],
  };
}

function replaced(
  wanted: { value: unknown; layers: readonly Layer[] },
  by: { value: unknown; layers: readonly Layer[] },
  notes: readonly AnswerNote[],
): Bounded {
  const [layer = 'built_in'] = wanted.layers;
  return { ...by, wanted: { layer, value: wanted.value }, notes };
}

/** Requirements that take the place of the starting value of the same name. */
const exact: readonly string[] = [
  ...['cli_auth_credentials_store', 'chatgpt_base_url', 'sqlite_home', 'log_dir', 'model_catalog_json'],
  ...['check_for_update_on_startup', 'allow_login_shell', 'feedback.enabled', 'model_provider'],
  'windows.sandbox_private_desktop',
];

/** The requirement that decides a starting value outright: one of the same name, a pinned feature, a setting of otel. */
export function exactRequirement(path: readonly string[], { required }: Together) {
  const [top] = path;
  const isExact = exact.includes(path.join('.')) || top === 'features' || top === 'otel';
  return isExact ? saidAt(required, path) : null;
}

/**
 * Why threads do not start although every file can be read, or null: who asks for full access without questions
 * and may not have it would be left without any way to approve.
 */
export function refusalOf(together: Together): 'never_without_full_access' | null {
  const sandbox = boundedValue('sandbox_mode', together);
  const isTaken = sandbox.wanted?.value === 'danger-full-access';
  return isTaken && boundedValue('approval_policy', together).value === 'never'
    ? 'never_without_full_access'
    : null;
}
