import { canonicalJson } from '#lib/domain/audit/chain';
import { basisOf, type Basis } from '#lib/domain/rollout/basis';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { expectedAccess, type ExpectedAccess } from './expected-access';
import { expectedSum } from './expected-sum';
import { systems, systemWords } from './check';
import type { CheckDefinition, HowTo } from './check-definition';

/** How an item is answered: in words, by the permissions that worked, or by the sum of a file. */
export type ItemAnswer =
  | { kind: 'word' }
  | { kind: 'access'; permissions: readonly ExpectedAccess[] }
  | { kind: 'sum'; sha256: string };

/** One thing to look at. */
export type PlannedItem = {
  /** Stable: results name the item by it. */
  item: string;
  label: string;
  /** What is to be seen, in one sentence. */
  expected: string;
  command: string | null;
  answer: ItemAnswer;
  /** What a result of now would rest on. */
  restsOn: Basis;
};

const commandFor = ({ commands }: CheckDefinition, system: HowTo['system']): string | null =>
  commands.find((one) => one.system === system)?.command ?? null;

/**
 * What there is to look at for a check, as it follows from decision, toggles, roles and files.
 *
 * Empty while what it looks at is not there yet: no access profile, no configuration. Empty as well of files once a
 * configuration was released: machines say what they have, and nobody has to look.
 */
export function planChecks(check: CheckDefinition, facts: RolloutFacts): PlannedItem[] {
  switch (check.items) {
    case 'once':
      return [wordItem(check, facts, { item: 'once', label: 'Everybody', command: null })];
    case 'systems':
      return systems.map((item) =>
        wordItem(check, facts, { item, label: systemWords[item], command: commandFor(check, item) }),
      );
    case 'file':
      return fileItems(check, facts);
    case 'access':
      return accessItems(check, facts);
    default:
      return check.items satisfies never;
  }
}

function wordItem(
  { expected, restsOn }: CheckDefinition,
  facts: RolloutFacts,
  named: Pick<PlannedItem, 'item' | 'label' | 'command'>,
): PlannedItem {
  return { ...named, expected, answer: { kind: 'word' }, restsOn: basisOf(restsOn, facts) };
}

function fileItems(check: CheckDefinition, facts: RolloutFacts): PlannedItem[] {
  const sha256 = expectedSum(facts);
  if (sha256 === null || facts.shipping) return [];
  return systems.map((item) => ({
    item,
    label: systemWords[item],
    expected: `SHA-256 ${sha256}`,
    command: commandFor(check, item),
    answer: { kind: 'sum', sha256 },
    restsOn: { sum: sha256 },
  }));
}

function accessItems(check: CheckDefinition, facts: RolloutFacts): PlannedItem[] {
  return expectedAccess(check.permissions, facts).map(({ item, label, permissions }) => {
    const works = permissions.filter(({ works }) => works).map(({ label: words }) => words);
    const expected = works.length === 0 ? 'Nothing of Codex works.' : `These work: ${works.join(', ')}.`;
    const access = permissions.map(({ key, works: shouldWork }) => [key, shouldWork]);
    return {
      item,
      label,
      expected,
      command: null,
      answer: { kind: 'access', permissions },
      restsOn: { access: canonicalJson(Object.fromEntries(access)) },
    };
  });
}
