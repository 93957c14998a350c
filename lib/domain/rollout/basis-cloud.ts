import { instructionsMarkdown } from '#lib/domain/instructions/instructions';
import type { Meaning } from './meaning';

/** Parts of Step 4 that a word can rest on. */
export type CloudPart =
  /** Every repository with its connector state. */
  | { kind: 'repositories' }
  /** Every repository with its code-review state. */
  | { kind: 'code_review' }
  /** All that is written down of every environment. */
  | { kind: 'environments' }
  /** The text of the instructions for end users. */
  | { kind: 'instructions' };

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What each part of Step 4 is, in a value and in words. */
export const cloudBasis: Readonly<Record<CloudPart['kind'], Meaning<unknown>>> = {
  repositories: {
    value: (_, { repositories }) => repositories.connectorDigest || 'none',
    words: (_, { repositories: { total, allowed } }) =>
      `The repositories: ${counted(total, 'repository', 'repositories')}, ${allowed} allowed`,
    change: () => 'The list of repositories, or what the connector may reach, has changed since.',
  },
  code_review: {
    value: (_, { repositories }) => repositories.codeReviewDigest || 'none',
    words: (_, { repositories: { allowed, reviewed } }) =>
      `Code review: on in ${reviewed} of ${counted(allowed, 'allowed repository', 'allowed repositories')}`,
    change: () => 'The code-review state of a repository has changed since.',
  },
  environments: {
    value: (_, { environments }) => environments.digest || 'none',
    words: (_, { environments: { total } }) => `The environments: ${total}`,
    change: () => 'What is written down of the environments has changed since.',
  },
  instructions: {
    value: (_, facts) => facts.digest(instructionsMarkdown(facts)),
    words: () => 'The text of the instructions for end users',
    change: () => 'The instructions read differently now.',
  },
};
