import { canonicalJson } from '#lib/domain/audit/chain';
import { lossBasis, lossOf } from '#lib/domain/rbac/default-loss';
import { cloudBasis, type CloudPart } from './basis-cloud';
import { surfaceWords } from './decision';
import type { RolloutFacts } from './facts';
import type { Meaning } from './meaning';

/** Something a person's word can rest on: when it changes, the word no longer counts. */
export type BasisPart =
  | CloudPart
  /** The text of the guide itself. */
  | { kind: 'guide' }
  | { kind: 'decision' }
  /** What is wanted of one toggle. */
  | { kind: 'wanted'; key: string }
  /** The content of every configuration file. */
  | { kind: 'configuration' }
  /** Which login method and workspace local clients may use. */
  | { kind: 'login_restriction' }
  /** The text of rules and skills. */
  | { kind: 'team_config' }
  /** The answers of the authentication review. */
  | { kind: 'authentication' }
  /** What agents of Codex cloud may reach on the internet. */
  | { kind: 'internet_access' }
  /** Which sets of roles go without which default permissions; not how many people have them. */
  | { kind: 'lost_defaults' };

/** What a person's word rests on, as it was: name of the part -> its value, or the hash of a long one. */
export type Basis = Readonly<Record<string, string>>;

/** Name of a part; it is stored with every word given on it, so it is never renamed. */
export const partName = (part: BasisPart): string =>
  part.kind === 'wanted' ? `wanted:${part.key}` : part.kind;

/** What `parts` are under `facts`. */
export function basisOf(parts: readonly BasisPart[], facts: RolloutFacts): Basis {
  return Object.fromEntries(parts.map((part) => [partName(part), meaningOf(part).value(part, facts)]));
}

/** What changed between the basis of a word and now: a sentence for each part, in the order of `parts`. */
export function basisChanges(parts: readonly BasisPart[], before: Basis, facts: RolloutFacts): string[] {
  const now = basisOf(parts, facts);
  return parts
    .filter((part) => before[partName(part)] !== now[partName(part)])
    .map((part) => meaningOf(part).change(part, facts));
}

/** What a part is, as it stands now, in words for a list: "The rollout decision: local only". */
export const partWords = (part: BasisPart, facts: RolloutFacts): string => meaningOf(part).words(part, facts);

const digestOf = (value: unknown, { digest }: RolloutFacts) => digest(canonicalJson(value));

const wishOf = (key: string, { settings }: RolloutFacts): string => {
  const setting = settings.get(key);
  if (!setting || setting.version === 0) return 'open';
  return setting.wanted ? 'on' : 'off';
};

const labelOf = (key: string, { guide }: RolloutFacts) => guide.settings[key]?.label ?? key;

const surfacesIn = ({ decision: { surfaces } }: RolloutFacts) =>
  surfaces ? surfaceWords[surfaces].toLowerCase() : 'open';

/** One line for each kind; a kind without one does not compile. */
const meanings: { readonly [Kind in BasisPart['kind']]: Meaning<Extract<BasisPart, { kind: Kind }>> } = {
  guide: {
    value: (_, { guide }) => guide.version,
    words: (_, { guide }) => `The guide of ${guide.version}`,
    change: (_, { guide }) => `The guide is now of ${guide.version}.`,
  },
  decision: {
    value: (_, { decision }) => decision.surfaces ?? 'undecided',
    words: (_, facts) => `The rollout decision: ${surfacesIn(facts)}`,
    change: (_, facts) => `The rollout decision is now ${surfacesIn(facts)}.`,
  },
  wanted: {
    value: ({ key }, facts) => wishOf(key, facts),
    words: ({ key }, facts) => `What is wanted of ${labelOf(key, facts)}: ${wishOf(key, facts)}`,
    change: ({ key }, facts) => `${labelOf(key, facts)} is now wanted ${wishOf(key, facts)}.`,
  },
  configuration: {
    value: (_, facts) => digestOf(facts.configuration.decisions, facts),
    words: (_, { configuration }) =>
      configuration.version === 0
        ? 'The configuration: not chosen yet'
        : 'The content of the configuration files',
    change: () => 'The configuration has changed since.',
  },
  login_restriction: {
    value: (_, facts) => digestOf(facts.loginRestriction.restriction, facts),
    words: (_, { loginRestriction }) =>
      loginRestriction.version === 0 ? 'The login restriction: not decided yet' : 'The login restriction',
    change: () => 'The login restriction has changed since.',
  },
  team_config: {
    value: (_, { teamConfig }) => teamConfig.sha256 ?? 'none',
    words: (_, { teamConfig }) =>
      teamConfig.version === 0 ? 'Rules and skills: not saved yet' : 'The text of rules and skills',
    change: () => 'Rules or skills have changed since.',
  },
  authentication: {
    value: (_, facts) => digestOf(facts.authentication.answers, facts),
    words: () => 'The answers of the authentication review',
    change: () => 'The authentication review has changed since.',
  },
  internet_access: {
    value: (_, facts) => digestOf(facts.internetAccess.policy, facts),
    words: () => 'The policy for agent internet access',
    change: () => 'The policy for agent internet access has changed since.',
  },
  lost_defaults: {
    value: (_, facts) => digestOf(lossBasis(facts.access), facts),
    words: (_, { access }) =>
      `Sets of roles that go without workspace defaults: ${lossOf(access).sets.length}`,
    change: () => 'Which roles go without which workspace defaults has changed.',
  },
  ...cloudBasis,
};

// safe because the table holds under each kind what parts of that kind mean
const meaningOf = (part: BasisPart) => meanings[part.kind] as Meaning<BasisPart>;
