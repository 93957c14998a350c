import { compareVersions, standingAt } from '#lib/domain/config-check/client-version';
import type { ConfigForm } from '#lib/domain/config-check/config-key';
import type { Delivery } from '#lib/domain/config-check/look';
import { stepsOf } from '#lib/domain/config-check/key-path';
import type { KeyOutcome } from './certificate';
import { clientFolder, strangeServer, type ClientAnswer } from './client-answer';
import { compareValues, fieldOf } from './compare-values';
import { judgeThread } from './judge-thread';
import type { Leaf } from '#lib/domain/config-check/read-leaves';

/** What is judged of a key, and why. */
export type Judged = { outcome: KeyOutcome; message: string };

/** What a key is judged by: the file it stands in and how that reaches the client, the client, and what that said. */
export type Case = {
  file: string;
  form: ConfigForm;
  delivery: Delivery;
  client: string;
  newest: string;
  answer: ClientAnswer;
};

type Judge = (leaf: Leaf, one: Case) => Judged | null;

const says = (outcome: KeyOutcome, message: string): Judged => ({ outcome, message });
const taken = 'The client takes it without a word, and shows nothing of it.';

/** Questions about a key in their order; the first that says something settles it. */
const judges: readonly Judge[] = [
  ...[dropped, named, counted, fellBack, unknownFeature, tooNew, strange],
  ...[mcpRequirement, mcpServer, profile, judgeThread, shown],
];

/** What became of one key on a client that loads the file. */
export function judgeKey(leaf: Leaf, one: Case): Judged {
  for (const judge of judges) {
    const judged = judge(leaf, one);
    if (judged) return judged;
  }
  return says('not_observable', taken);
}

/** Clients take it from a file alone, by the vendor’s documentation: a file laid down cannot show that. */
function dropped({ around }: Leaf, { delivery }: Case): Judged | null {
  return delivery === 'cloud' && around.some(({ key }) => key.localOnly)
    ? says('ignored', 'By the documentation clients drop it from a cloud policy: it counts in a file only.')
    : null;
}

/** The client names it as ignored, or something in it or around it. */
function named(leaf: Leaf, { file, answer }: Case): Judged | null {
  const hit = answer.ignored.find(
    (one) => one.file === `${clientFolder}${file}` && isAlong(stepsOf(one.key), leaf.steps),
  );
  return hit ? says('ignored', `The client says: \`${hit.key}\` is ignored.`) : null;
}

const isAlong = (a: readonly string[], b: readonly string[]) =>
  a.slice(0, b.length).every((step, at) => step === b[at]);

const moreIgnored = /and \d+ more ignored settings?/;

/** The client names three keys that it ignores and counts the rest: among them is what it does not know. */
function counted(leaf: Leaf, { client, answer }: Case): Judged | null {
  const told = answer.warnings.find((warning) => moreIgnored.test(warning));
  const isKnown = leaf.strange === null && !isTooNew(leaf, client);
  return !told || isKnown ? null : says('ignored', told);
}

const isTooNew = ({ around }: Leaf, client: string) =>
  around.some(({ key }) => standingAt(client, key) !== 'known');

/** The client says which value it takes in place of this one. */
function fellBack({ path }: Leaf, { form, answer }: Case): Judged | null {
  if (form === 'requirements') return null;
  const told = answer.warnings.find((warning) => warning.startsWith(`Configured value for \`${path}\` is`));
  return told ? says('replaced', told) : null;
}

function unknownFeature({ steps }: Leaf, { form, answer }: Case): Judged | null {
  const [table, name] = steps;
  if (form === 'config' || (table !== 'features' && table !== 'feature_requirements')) return null;
  const told = answer.warnings.find((warning) =>
    warning.startsWith(`Ignoring unknown \`features\` requirement \`${name ?? ''}\``),
  );
  return told ? says('ignored', told) : null;
}

/** Clients of this version do not know it, by the catalogue, and this one did not say so. */
function tooNew(leaf: Leaf, { client }: Case): Judged | null {
  const old = leaf.around.find(({ key }) => standingAt(client, key) !== 'known');
  if (!old) return null;
  const { since, until } = old.key;
  const when = standingAt(client, old.key) === 'not_yet' ? `before ${since ?? ''}` : `since ${until ?? ''}`;
  return says('ignored', `Clients ${when} do not know it. This one says nothing of it.`);
}

/** No client that was looked at knows the name, and this table passes over such without a word. */
function strange({ strange: reaction }: Leaf, { client, newest }: Case): Judged | null {
  if (reaction === null) return null;
  if (compareVersions(client, newest) > 0 || reaction === 'warned') {
    return says('not_observable', 'Slipway does not know this key, and the client takes it without a word.');
  }
  return says('ignored', 'No client knows it here, and none says so: it is passed over.');
}

/** What is required of MCP servers shows in which of them are switched off. */
function mcpRequirement({ steps }: Leaf, { form, answer }: Case): Judged | null {
  const [table, name] = steps;
  if (form !== 'requirements' || table !== 'mcp_servers' || !answer.mcpServers) return null;
  const stranger = answer.mcpServers.find((server) => server.name === strangeServer.name);
  if (stranger?.enabled) return says('ignored', 'A server that is not listed stays on.');
  if (name === undefined) return says('as_intended', 'A server that is not listed is switched off.');
  const tried = answer.mcpServers.find((server) => server.name === name);
  if (!tried) return says('not_observable', 'No server of this identity could be tried.');
  if (tried.enabled)
    return says('as_intended', 'A server of this identity stays on, another is switched off.');
  return says(
    'replaced',
    `A server of this identity is switched off: ${tried.reason ?? 'without a reason'}.`,
  );
}

/** A server of the configuration that requirements switch off. */
function mcpServer({ steps }: Leaf, { form, answer }: Case): Judged | null {
  const [table, name] = steps;
  if (form === 'requirements' || table !== 'mcp_servers') return null;
  const found = answer.mcpServers?.find((server) => server.name === name);
  return found && !found.enabled && found.reason
    ? says('replaced', `The client switches the server off: ${found.reason}.`)
    : null;
}

/** A permission profile shows in the list of those that may be chosen. */
function profile({ steps }: Leaf, { form, answer }: Case): Judged | null {
  const [table, name = ''] = steps;
  const isProfile = table === 'permissions' && name !== 'filesystem' && name !== 'network';
  if (form !== 'requirements' || !isProfile || !answer.profiles) return null;
  return answer.profiles.includes(name)
    ? says('as_intended', 'The client lists the profile.')
    : says('ignored', 'The client does not list the profile.');
}

/** What the client itself shows of the value. */
function shown(leaf: Leaf, { form, client, newest, answer }: Case): Judged | null {
  const by = shownBy(leaf);
  const all = form === 'requirements' ? answer.requirements : answer.config;
  if (!by || !all) return null;
  const top = all[by.field] ?? null;
  if (top === null && form === 'requirements' && compareVersions(client, newest) >= 0) {
    return says('ignored', 'The client does not list it among the requirements in force.');
  }
  return likened(leaf.value, by.rest.reduce<unknown>(fieldOf, top));
}

/** The field of the client's answer, which holds the outermost table that it shows and what stands in it. */
function shownBy({ around }: Leaf): { field: string; rest: readonly string[] } | null {
  const field = around.find(({ key }) => key.shown !== null)?.key.shown ?? null;
  const outermost = around.findLast(({ key }) => key.shown === field);
  return field === null || !outermost ? null : { field, rest: outermost.rest };
}

function likened(written: unknown, value: unknown): Judged | null {
  const likeness = compareValues(written, value);
  if (likeness === 'unseen') return null;
  return likeness === 'same'
    ? says('as_intended', `The client shows ${JSON.stringify(value)}.`)
    : says('replaced', `The client shows ${JSON.stringify(value)} in its place.`);
}
