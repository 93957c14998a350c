import { canonicalJson } from '#lib/domain/audit/chain';
import { surfaceWords } from './decision';
import type { RolloutFacts } from './facts';

/** Something a person's word can rest on: when it changes, the word no longer counts. */
export type BasisPart =
  /** The text of the guide itself. */
  | { kind: 'guide' }
  | { kind: 'decision' }
  /** What is wanted of one toggle. */
  | { kind: 'wanted'; key: string }
  /** The content of every configuration file. */
  | { kind: 'configuration' }
  /** The answers of the authentication review. */
  | { kind: 'authentication' }
  /** What agents of Codex cloud may reach on the internet. */
  | { kind: 'internet_access' };

/** What a person's word rests on, as it was: name of the part -> its value, or the hash of a long one. */
export type Basis = Readonly<Record<string, string>>;

/** Name of a part; it is stored with every word given on it, so it is never renamed. */
export const partName = (part: BasisPart): string =>
  part.kind === 'wanted' ? `wanted:${part.key}` : part.kind;

/** What `parts` are under `facts`. */
export function basisOf(parts: readonly BasisPart[], facts: RolloutFacts): Basis {
  return Object.fromEntries(parts.map((part) => [partName(part), valueOf(part, facts)]));
}

/** What changed between the basis of a word and now: a sentence for each part, in the order of `parts`. */
export function basisChanges(parts: readonly BasisPart[], before: Basis, facts: RolloutFacts): string[] {
  const now = basisOf(parts, facts);
  return parts
    .filter((part) => before[partName(part)] !== now[partName(part)])
    .map((part) => changeWords(part, facts));
}

function valueOf(part: BasisPart, facts: RolloutFacts): string {
  switch (part.kind) {
    case 'guide':
      return facts.guide.version;
    case 'decision':
      return facts.decision.surfaces ?? 'undecided';
    case 'wanted':
      return wishOf(part.key, facts);
    case 'configuration':
      return facts.digest(canonicalJson(facts.configuration.decisions));
    case 'authentication':
      return facts.digest(canonicalJson(facts.authentication.answers));
    case 'internet_access':
      return facts.digest(canonicalJson(facts.internetAccess.policy));
    default:
      return part satisfies never;
  }
}

const wishOf = (key: string, { settings }: RolloutFacts): string => {
  const setting = settings.get(key);
  if (!setting || setting.version === 0) return 'open';
  return setting.wanted ? 'on' : 'off';
};

/** What a part is, as it stands now, in words for a list: "The rollout decision: local only". */
export function partWords(part: BasisPart, facts: RolloutFacts): string {
  switch (part.kind) {
    case 'guide':
      return `The guide of ${facts.guide.version}`;
    case 'decision': {
      const { surfaces } = facts.decision;
      return `The rollout decision: ${surfaces ? surfaceWords[surfaces].toLowerCase() : 'open'}`;
    }
    case 'wanted':
      return `What is wanted of ${facts.guide.settings[part.key]?.label ?? part.key}: ${wishOf(part.key, facts)}`;
    case 'configuration': {
      const { version } = facts.configuration;
      return version === 0 ? 'The configuration: not chosen yet' : 'The content of the configuration files';
    }
    default:
      return part satisfies never;
  }
}

function changeWords(part: BasisPart, facts: RolloutFacts): string {
  switch (part.kind) {
    case 'guide':
      return `The guide is now of ${facts.guide.version}.`;
    case 'decision': {
      const { surfaces } = facts.decision;
      return `The rollout decision is now ${surfaces ? surfaceWords[surfaces].toLowerCase() : 'open'}.`;
    }
    case 'wanted':
      return `${facts.guide.settings[part.key]?.label ?? part.key} is now wanted ${wishOf(part.key, facts)}.`;
    case 'configuration':
      return 'The configuration has changed since.';
    case 'authentication':
      return 'The authentication review has changed since.';
    case 'internet_access':
      return 'The policy for agent internet access has changed since.';
    default:
      return part satisfies never;
  }
}
