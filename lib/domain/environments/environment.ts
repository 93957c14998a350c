import { z } from 'zod';
import { repositoryName } from '#lib/domain/repositories/repository';
import { err, ok, type Result } from '#lib/domain/result';
import { emailAddress, plainText } from '#lib/domain/text';

/** Who sees an environment: its maker and collaborators, or everybody in the workspace. */
export const visibilities = ['private', 'workspace'] as const;

export type Visibility = (typeof visibilities)[number];

/** An environment of Codex cloud, as somebody wrote it down. */
export type CloudEnvironment = {
  id: string;
  name: string;
  /** `owner/name` of the repository its tasks begin in. */
  repository: string;
  visibility: Visibility;
  /** E-mail addresses of those who may edit it. */
  collaborators: readonly string[];
  /** Who looks after it. */
  owner: string;
  version: number;
};

const collaborators = z
  .array(emailAddress)
  .max(50, 'Name at most 50 collaborators.')
  .overwrite((all) => all.filter((one, index) => indexOfAddress(all, one) === index));

const indexOfAddress = (all: readonly string[], address: string) =>
  all.findIndex((other) => other.toLowerCase() === address.toLowerCase());

/** Fields of an environment, as doors take them. */
export const environmentFields = {
  name: plainText({ max: 200 }),
  repository: repositoryName,
  visibility: z.enum(visibilities),
  collaborators,
  owner: plainText({ max: 200 }),
};

/** An environment as doors hand it out. */
export const environmentView = z.object({
  id: z.string(),
  name: z.string(),
  repository: z.string(),
  visibility: z.enum(visibilities),
  collaborators: z.array(z.string()).readonly(),
  owner: z.string(),
  version: z.int(),
});

/** What somebody says of an environment. */
export type EnvironmentWords = Omit<CloudEnvironment, 'id' | 'version'>;

/** Another environment has this name. */
export type EnvironmentExists = {
  code: 'environment_exists';
  message: string;
  fields: Record<string, string[]>;
};

function taken(name: string, others: readonly CloudEnvironment[]): EnvironmentExists | null {
  const namesake = others.find((other) => other.name.toLowerCase() === name.toLowerCase());
  if (!namesake) return null;
  const message = `An environment called ${namesake.name} is written down already.`;
  return { code: 'environment_exists', message, fields: { name: [message] } };
}

/** An environment beside `all` others. Fails where one of them has its name, whatever the case. */
export function addEnvironment(
  words: EnvironmentWords,
  { id, all }: { id: string; all: readonly CloudEnvironment[] },
): Result<CloudEnvironment, EnvironmentExists> {
  const error = taken(words.name, all);
  return error ? err(error) : ok({ id, ...words, version: 1 });
}

/** The environment with other words; `current` itself where nothing would change. */
export function changeEnvironment(
  current: CloudEnvironment,
  words: EnvironmentWords,
  all: readonly CloudEnvironment[],
): Result<CloudEnvironment, EnvironmentExists> {
  const error = taken(
    words.name,
    all.filter(({ id }) => id !== current.id),
  );
  if (error) return err(error);
  const next = { ...current, ...words };
  const same = environmentText(next) === environmentText(current);
  return ok(same ? current : { ...next, version: current.version + 1 });
}

/** All that is said of an environment, as one line that differs when it does: no part can hold a tab. */
export const environmentText = ({ name, repository, visibility, collaborators, owner }: EnvironmentWords) =>
  [name, repository, visibility, collaborators.join(' '), owner].join('\t');
