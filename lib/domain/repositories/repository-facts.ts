import { repositoryKey, type Repository } from './repository';

/** What task states need of the list of repositories: sums, and digests of what somebody's word rests on. */
export type RepositoryFacts = {
  total: number;
  /** Those the connector may reach. */
  allowed: number;
  /** Those the connector may reach for which no environment is written down. */
  uncovered: number;
  /** Those the connector may reach in which code review is not off. */
  reviewed: number;
  /** Of those, the ones in which it runs by itself. */
  automatic: number;
  /** SHA-256 of every name with its connector state; empty for an empty list. */
  connectorDigest: string;
  /** SHA-256 of every name with its code-review state; empty for an empty list. */
  codeReviewDigest: string;
};

/** The facts of an empty list. */
export const noRepositories: RepositoryFacts = {
  total: 0,
  allowed: 0,
  uncovered: 0,
  reviewed: 0,
  automatic: 0,
  connectorDigest: '',
  codeReviewDigest: '',
};

const byKey = (a: Repository, b: Repository) => (repositoryKey(a.name) < repositoryKey(b.name) ? -1 : 1);

/** The facts of a list; `covered` are the repositories that environments are written down for. */
export function repositoryFacts(
  repositories: readonly Repository[],
  covered: readonly string[],
  digest: (text: string) => string,
): RepositoryFacts {
  if (repositories.length === 0) return noRepositories;
  const inOrder = [...repositories].sort(byKey);
  const lines = (state: 'connector' | 'codeReview') =>
    digest(inOrder.map((one) => `${one.name}\t${one[state]}`).join('\n'));
  const environments = new Set(covered.map(repositoryKey));
  const allowed = inOrder.filter(({ connector }) => connector === 'allowed');
  return {
    total: inOrder.length,
    allowed: allowed.length,
    uncovered: allowed.filter(({ name }) => !environments.has(repositoryKey(name))).length,
    reviewed: allowed.filter(({ codeReview }) => codeReview !== 'off').length,
    automatic: allowed.filter(({ codeReview }) => codeReview === 'automatic').length,
    connectorDigest: lines('connector'),
    codeReviewDigest: lines('codeReview'),
  };
}
