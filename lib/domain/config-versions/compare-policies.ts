import { keptPolicies, type KeptPolicy } from '#lib/domain/config-policies/policy-files';
import { withoutHeader } from '#lib/domain/config-text/own-header';
import { compareTexts, type FileDifference, type HelpOfFile } from './compare-versions';
import type { VersionFile } from './config-version';

/** What a difference between policies is told with. */
export type ToldWith = {
  helpOf: HelpOfFile;
  /** What a group is called; its id where the directory holds it no longer. */
  groupName: (id: string) => string;
  /** How many people each of these policies reaches, in their order. */
  peopleOf: (policies: readonly { groupIds: readonly string[] }[]) => readonly number[];
};

type Seen = KeptPolicy & { people: number };

/**
 * How the policies of `after` differ from those of `before`, by policy and not by path: what came and went, where each
 * stands among the others, whom it is for and reaches, then its text. Policies that say the same of the same groups in
 * the same order are left out.
 */
export function comparePolicies(
  before: readonly VersionFile[],
  after: readonly VersionFile[],
  told: ToldWith,
): FileDifference[] {
  const [was, is] = [seenIn(before, told), seenIn(after, told)];
  const isOf = (list: readonly Seen[], { id }: Seen) => list.some((one) => one.id === id);
  const base = withoutHeader(before.find(({ path }) => path === 'requirements.toml')?.text ?? '');
  const orders = { before: was.filter((one) => isOf(is, one)), after: is.filter((one) => isOf(was, one)) };
  return [
    ...is.flatMap((policy) => {
      const old = was.find(({ id }) => id === policy.id);
      return old ? (changeOf(old, policy, { ...told, orders }) ?? []) : [added(policy, { ...told, base })];
    }),
    ...was.filter((policy) => !isOf(is, policy)).map((policy) => removed(policy, told)),
  ];
}

function seenIn(files: readonly VersionFile[], { peopleOf }: ToldWith): Seen[] {
  const policies = keptPolicies(files);
  const people = peopleOf(policies);
  return policies.map((policy, at) => ({ ...policy, people: people[at] ?? 0 }));
}

const counted = (people: number) => `${people.toLocaleString('en')} ${people === 1 ? 'person' : 'people'}`;
const reaching = (people: number) => `It reaches ${counted(people)} who may use Codex locally.`;

function named(ids: readonly string[], { groupName }: ToldWith): string {
  return `${ids.length === 1 ? 'the group' : 'the groups'} ${ids.map(groupName).join(', ')}`;
}

/** What comes for its people is told against what they were held to before: `base`, the requirements of all. */
function added(policy: Seen, told: ToldWith & { base: string }): FileDifference {
  const { path, number, name, groupIds, people, text } = policy;
  const whom = groupIds.length === 0 ? 'no group' : named(groupIds, told);
  const { parts } = compareTexts('', text, () => null);
  const { words } = compareTexts(told.base, text, (key) => told.helpOf(path, key));
  const first = `Now there is a policy “${name}” for ${whom}, number ${String(number)}, in place of what is required of everybody else.`;
  return { path, kind: 'added', words: [first, reaching(people), ...words], parts };
}

function removed({ path, name, people, text }: Seen, told: ToldWith): FileDifference {
  const { parts } = compareTexts(text, '', (key) => told.helpOf(path, key));
  const words = [
    `No longer a policy “${name}”: its people get the next that names a group of theirs, or requirements.toml.`,
    `It reached ${counted(people)} who may use Codex locally.`,
  ];
  return { path, kind: 'removed', words, parts };
}

type Orders = { before: readonly Seen[]; after: readonly Seen[] };

function changeOf(old: Seen, policy: Seen, told: ToldWith & { orders: Orders }): FileDifference | null {
  const { path, name } = policy;
  const text = compareTexts(old.text, policy.text, (key) => told.helpOf(path, key));
  const words = [
    ...(old.name === name ? [] : [`The policy “${old.name}” is now called “${name}”.`]),
    ...(isMoved(policy, told.orders) ? [movedWords(old, policy)] : []),
    ...groupWords(old, policy, told),
    ...text.words,
  ];
  if (words.length === 0 && text.parts.length === 0) return null;
  return { path, kind: 'changed', words: [...words, reachWords(old, policy)], parts: text.parts };
}

/** Whether other policies stand above it than before, those that came and went left aside. */
function isMoved({ id }: Seen, { before, after }: Orders): boolean {
  const above = (list: readonly Seen[]) =>
    list
      .slice(
        0,
        list.findIndex((one) => one.id === id),
      )
      .map((one) => one.id)
      .sort();
  return above(before).join(' ') !== above(after).join(' ');
}

const movedWords = (old: Seen, { name, number }: Seen) =>
  `The policy “${name}” is now number ${String(number)}, before number ${String(old.number)}.`;

function groupWords(old: Seen, { groupIds }: Seen, told: ToldWith): string[] {
  const come = groupIds.filter((id) => !old.groupIds.includes(id));
  const gone = old.groupIds.filter((id) => !groupIds.includes(id));
  return [
    ...(come.length === 0 ? [] : [`Now for ${named(come, told)} as well.`]),
    ...(gone.length === 0 ? [] : [`No longer for ${named(gone, told)}.`]),
  ];
}

function reachWords(old: Seen, { people }: Seen): string {
  if (old.people === people) return reaching(people);
  return `It reaches ${counted(people)} who may use Codex locally, before ${old.people.toLocaleString('en')}.`;
}
