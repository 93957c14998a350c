import { remove, type Found } from './finding';
import { entryAt, type Rule } from './look';
import { entryOf, itemsOf, textOf, textsOf, type TomlNode } from './toml-document';

/** Rules on commands that clients refuse, in the clients' own words, and words that match less than they seem to. */
export const prefixRules: Rule = ({ document, form, text }) => {
  const rules = entryAt(document, 'rules.prefix_rules');
  if (form === 'config' || rules?.node.kind !== 'list') return [];
  if (rules.node.items.length === 0) {
    // Clients miss the list where its table stays without it.
    const table = entryAt(document, 'rules');
    const isAlone = table?.node.kind === 'table' && table.node.entries.size === 1;
    const fix = isAlone ? remove(text, table) : null;
    return [{ ...fault(rules.node, 'rules.prefix_rules', 'rules prefix_rules cannot be empty'), fix }];
  }
  return rules.node.items.flatMap((rule, index) => ruleFaults(rule, index, text));
};

function ruleFaults(rule: TomlNode, index: number, text: string): readonly Found[] {
  if (rule.kind !== 'table') return [];
  const path = `rules.prefix_rules[${index}]`;
  const says: Says = (node, words) => fault(node, path, `rules prefix_rule at index ${index} ${words}`);
  const pattern = entryOf(rule, 'pattern')?.node;
  const justification = entryOf(rule, 'justification');
  const isEmpty = justification && textOf(justification.node)?.trim() === '';
  return [
    ...(pattern ? patternFaults(pattern, path, says) : [fault(rule, path, 'missing field `pattern`')]),
    ...decisionFaults(rule, says),
    ...(isEmpty
      ? [{ ...says(justification.node, 'has an empty justification'), fix: remove(text, justification) }]
      : []),
  ];
}

type Says = (node: TomlNode, words: string) => Found;

function patternFaults(pattern: TomlNode, path: string, says: Says): readonly Found[] {
  if (pattern.kind === 'list' && pattern.items.length === 0) return [says(pattern, 'has an empty pattern')];
  return itemsOf(pattern).flatMap((word, at) => {
    const broken = wordFault(word);
    if (broken === null) return wildcards(word, path);
    const [node, words] = broken;
    return [says(node, `has an invalid pattern token at index ${at}: ${words}`)];
  });
}

function decisionFaults(rule: TomlNode, says: Says): readonly Found[] {
  const decision = entryOf(rule, 'decision')?.node;
  if (!decision) return [says(rule, 'is missing a decision; in a rules file that would mean allow')];
  return textOf(decision) === 'allow' ? [says(decision, notPermitted)] : [];
}

const notPermitted =
  "has decision 'allow', which is not permitted in requirements.toml: Codex merges these rules with other config and uses the most restrictive result (use 'prompt', 'prompt-user', or 'forbidden')";

const fault = (node: TomlNode, key: string, words: string): Found => ({
  id: 'prefix_rule',
  severity: 'error',
  at: node.at,
  key,
  message: `Clients refuse the file: ${words}.`,
  fix: null,
});

/** What is wrong with one word of a pattern, as clients say it, and where. */
function wordFault(word: TomlNode): [TomlNode, string] | null {
  if (word.kind !== 'table') return null;
  const token = entryOf(word, 'token')?.node;
  const anyOf = entryOf(word, 'any_of')?.node;
  if (token && anyOf) return [anyOf, 'set either token or any_of, not both'];
  if (token) return textOf(token)?.trim() === '' ? [token, 'token cannot be empty'] : null;
  return anyOf ? choiceFault(anyOf) : [word, 'set either token or any_of'];
}

function choiceFault(anyOf: TomlNode): [TomlNode, string] | null {
  if (anyOf.kind === 'list' && anyOf.items.length === 0) return [anyOf, 'any_of cannot be empty'];
  const isEmpty = textsOf(anyOf).some(({ text }) => text.trim() === '');
  return isEmpty ? [anyOf, 'any_of cannot include empty tokens'] : null;
}

/** `*` in a pattern is the letter itself and matches no other word. */
function wildcards(word: TomlNode, key: string): readonly Found[] {
  const token = entryOf(word, 'token')?.node;
  const words = [
    ...(token && textOf(token) === '*' ? [token.at] : []),
    ...textsOf(entryOf(word, 'any_of')?.node)
      .filter(({ text }) => text === '*')
      .map(({ at }) => at),
  ];
  return words.map((at) => ({
    id: 'literal_star',
    severity: 'warning',
    at,
    key,
    message: 'A * in a rule stands for itself: it matches no other word.',
    fix: null,
  }));
}
