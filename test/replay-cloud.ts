import { createHash } from 'node:crypto';
import { z } from 'zod';
import { environmentView, type CloudEnvironment } from '#lib/domain/environments/environment';
import { environmentFacts } from '#lib/domain/environments/environment-facts';
import { repositoryView, type Repository } from '#lib/domain/repositories/repository';
import { repositoryFacts } from '#lib/domain/repositories/repository-facts';
import type { StoredFacts } from '#lib/domain/rollout/facts';

type Event = { action: string; subject: string; after: unknown };

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const idOf = (subject: string) => subject.slice(subject.indexOf(':') + 1);
const imported = z.object({ rows: z.array(repositoryView) });

/** Actions whose events change the repositories or the environments of Codex cloud. */
export const cloudActions = [
  'repository.added',
  'repository.changed',
  'repository.removed',
  'repository.imported',
  'environment.added',
  'environment.changed',
  'environment.removed',
] as const;

/** The repositories and environments that the events leave, as the sums and digests that states follow from. */
export function replayCloud(events: readonly Event[]): Pick<StoredFacts, 'repositories' | 'environments'> {
  const repositories = new Map<string, Repository>();
  const environments = new Map<string, CloudEnvironment>();
  for (const { action, subject, after } of events) {
    if (action === 'repository.removed') repositories.delete(idOf(subject));
    else if (action === 'repository.imported') {
      for (const row of imported.parse(after).rows) repositories.set(row.id, row);
    } else if (action.startsWith('repository.')) repositories.set(idOf(subject), repositoryView.parse(after));
    else if (action === 'environment.removed') environments.delete(idOf(subject));
    else if (action.startsWith('environment.')) environments.set(idOf(subject), environmentView.parse(after));
  }
  const byName = [...environments.values()].sort((a, b) =>
    a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1,
  );
  const covered = byName.map(({ repository }) => repository);
  return {
    repositories: repositoryFacts([...repositories.values()], covered, digest),
    environments: environmentFacts(byName, digest),
  };
}
