import type { RolloutFacts } from './facts';

/** What a kind of part means: its value, what it is now in words, and the sentence about its change. */
export type Meaning<Part> = Record<'value' | 'words' | 'change', (part: Part, facts: RolloutFacts) => string>;
