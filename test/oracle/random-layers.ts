import { stringify } from 'smol-toml';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import type { ConfigKey, Sample } from '#lib/domain/config-check/config-key';
import type { Random } from '#test/random';
import type { Laid } from './layers-client';
import { sampleSteps } from './sample-document';

/** Keys that name something outside the files, start a program, or are chosen below with their requirement. */
const leftOut =
  /^(model|model_.*|oss_provider|projects|mcp_servers|apps|features|skills|hooks|agents|notify|permissions)($|\.)|^otel\..*exporter|^(default_permissions|sandbox_mode|approval_policy|approvals_reviewer|web_search|log_dir|sqlite_home|forced_|cli_auth|mcp_oauth|tools\.web_search$|project_root_markers)/;

/** Keys with a value of their own, which a file can hold by themselves. */
const plainKeys = keyCatalogue.keys.filter(
  ({ form, path, good, aliasOf, beside }) =>
    form === 'config' &&
    !/[*[]/.test(path) &&
    !leftOut.test(path) &&
    !good.some((sample) => typeof sample === 'object' && !Array.isArray(sample)) &&
    good.length > 0 &&
    aliasOf === null &&
    Object.keys(beside).length === 0,
);

/** Without `memories`, whose own requests to the model would come between. */
const features = ['mentions_v2', 'remote_plugin', 'auth_elicitation'];
const approvals = ['on-request', 'never', 'on-failure'];
const sandboxes = ['read-only', 'workspace-write', 'danger-full-access'];
const searches = ['disabled', 'cached', 'indexed', 'live'];
const reviewers = ['user', 'auto_review'];

type Written = [path: readonly string[], value: Sample][];

/** A file with these keys; one that stands in the way of another is left out. */
function fileWith(written: Written): string {
  let document: Record<string, Sample> = {};
  for (const [path, value] of written) document = withKey(document, path, value);
  return stringify(document);
}

function withKey(
  document: Record<string, Sample>,
  [name = '', ...rest]: readonly string[],
  value: Sample,
): Record<string, Sample> {
  const held = document[name];
  if (rest.length === 0) return held === undefined ? { ...document, [name]: value } : document;
  if (held !== undefined && (typeof held !== 'object' || Array.isArray(held))) return document;
  // safe because it is an object and no list
  return { ...document, [name]: withKey((held ?? {}) as Record<string, Sample>, rest, value) };
}

const some = <T>(random: Random, all: readonly T[]): T[] =>
  random.shuffled(all).slice(0, 1 + random.below(all.length));

function startingFile(random: Random, pool: readonly ConfigKey[], outranks: boolean): string {
  const written: Written = pool
    .filter(() => random.chance(0.6))
    .map((key) => [sampleSteps(key), random.pick(key.good)]);
  const maybe = (path: readonly string[], values: readonly Sample[], of = 0.4) => {
    if (random.chance(of)) written.push([path, random.pick(values)]);
  };
  maybe(['approval_policy'], approvals, outranks ? 0.2 : 0.5);
  maybe(['sandbox_mode'], sandboxes, outranks ? 0.2 : 0.5);
  maybe(['approvals_reviewer'], reviewers, outranks ? 0.2 : 0.4);
  maybe(['web_search'], searches);
  for (const name of features) maybe(['features', name], [true, false], 0.3);
  for (const name of ['docs', 'wiki']) {
    if (random.chance(0.3)) written.push([['mcp_servers', name, 'command'], random.pick(['one', 'two'])]);
  }
  return fileWith(written);
}

function requirementsFile(random: Random): string {
  const written: Written = [];
  const maybe = (path: readonly string[], value: () => Sample, of = 0.5) => {
    if (random.chance(of)) written.push([path, value()]);
  };
  maybe(['allowed_approval_policies'], () => some(random, [...approvals, 'untrusted']));
  maybe(['allowed_sandbox_modes'], () =>
    random.shuffled([...new Set(['read-only', ...some(random, sandboxes)])]),
  );
  maybe(['allowed_web_search_modes'], () => some(random, searches));
  maybe(['allowed_approvals_reviewers'], () => some(random, reviewers));
  for (const name of features) maybe(['features', name], () => random.chance(0.5), 0.3);
  maybe(['allow_login_shell'], () => random.chance(0.5), 0.3);
  maybe(['check_for_update_on_startup'], () => random.chance(0.5), 0.3);
  maybe(['feedback', 'enabled'], () => random.chance(0.5), 0.3);
  maybe(['otel', 'log_user_prompt'], () => random.chance(0.5), 0.3);
  maybe(['otel', 'environment'], () => 'required', 0.3);
  maybe(['mcp_servers', 'docs', 'identity', 'command'], () => random.pick(['one', 'two']), 0.3);
  return fileWith(written);
}

/** Files of some of the layers, with keys that several of them set. */
export function randomLayers(random: Random): Laid {
  const pool = random.shuffled(plainKeys).slice(0, 8);
  const laid: Laid = {};
  if (random.chance(0.7)) laid.requirements = requirementsFile(random);
  if (random.chance(0.6)) laid.managed_config = startingFile(random, pool, true);
  for (const layer of ['project', 'user', 'system_config'] as const) {
    if (random.chance(0.7)) laid[layer] = startingFile(random, pool, false);
  }
  return laid;
}
