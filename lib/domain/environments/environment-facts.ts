import { environmentText, type CloudEnvironment } from './environment';

/** What task states and the users' instructions need of the environments: sums, a digest, the first few names. */
export type EnvironmentFacts = {
  total: number;
  /** SHA-256 of all that is said of each; empty where there is none. */
  digest: string;
  /** How many everybody in the workspace sees. */
  shared: number;
  /** The first of those, by name. */
  sharedNames: readonly { name: string; repository: string }[];
};

/** How many shared environments are known by name. */
export const maxSharedNames = 20;

/** The facts where no environment is written down. */
export const noEnvironments: EnvironmentFacts = { total: 0, digest: '', shared: 0, sharedNames: [] };

/** The facts of `environments`, which come in the order of their names. */
export function environmentFacts(
  environments: readonly CloudEnvironment[],
  digest: (text: string) => string,
): EnvironmentFacts {
  if (environments.length === 0) return noEnvironments;
  const shared = environments.filter(({ visibility }) => visibility === 'workspace');
  return {
    total: environments.length,
    digest: digest(environments.map(environmentText).join('\n')),
    shared: shared.length,
    sharedNames: shared.slice(0, maxSharedNames).map(({ name, repository }) => ({ name, repository })),
  };
}
