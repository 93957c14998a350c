import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/result';
import { plainText } from '#lib/domain/text';

/** Whether the ChatGPT GitHub Connector may reach a repository. */
export const connectorStates = ['allowed', 'not_allowed'] as const;

/** What code review does in a repository: `personal` leaves it to each person's own preference. */
export const codeReviewStates = ['off', 'on', 'automatic', 'personal'] as const;

export type ConnectorState = (typeof connectorStates)[number];
export type CodeReviewState = (typeof codeReviewStates)[number];

/** A repository of Codex cloud, as somebody wrote it down or imported it. */
export type Repository = {
  id: string;
  /** `owner/name`, as GitHub spells it. */
  name: string;
  connector: ConnectorState;
  codeReview: CodeReviewState;
  version: number;
};

const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,37}[A-Za-z0-9])?$/;
const NAME = /^[A-Za-z0-9._-]{1,100}$/;
const RESERVED = /^\.{1,2}$|\.(?:git|wiki)$/i;

function isRepositoryName(text: string): boolean {
  const [owner = '', name = '', ...more] = text.split('/');
  return (
    more.length === 0 && OWNER.test(owner) && !owner.includes('--') && NAME.test(name) && !RESERVED.test(name)
  );
}

/** The name of a repository by GitHub's rules: `owner/name`, without an address before it. */
export const repositoryName = plainText({ max: 140 }).refine(
  isRepositoryName,
  'Write owner/name as GitHub spells it, such as acme/website.',
);

/** Fields of a repository, as doors take them. */
export const repositoryFields = {
  name: repositoryName,
  connector: z.enum(connectorStates),
  codeReview: z.enum(codeReviewStates),
};

/** A repository as doors hand it out. */
export const repositoryView = z.object({
  id: z.string(),
  name: z.string(),
  connector: z.enum(connectorStates),
  codeReview: z.enum(codeReviewStates),
  version: z.int(),
});

/** What somebody says of a repository. */
export type RepositoryWords = Pick<Repository, 'name' | 'connector' | 'codeReview'>;

/** The same repository on GitHub: upper and lower case make no difference. */
export const repositoryKey = (name: string): string => name.toLowerCase();

/** Another repository of the list has this name. */
export type RepositoryExists = {
  code: 'repository_exists';
  message: string;
  fields: Record<string, string[]>;
};

const exists = (other: Repository): RepositoryExists => {
  const message = `${other.name} stands in the list already.`;
  return { code: 'repository_exists', message, fields: { name: [message] } };
};

/** A repository that joins the list. `namesake` is the one of the list with this name, whatever its case. */
export function addRepository(
  words: RepositoryWords,
  { id, namesake }: { id: string; namesake: Repository | undefined },
): Result<Repository, RepositoryExists> {
  return namesake ? err(exists(namesake)) : ok({ id, ...words, version: 1 });
}

/** The repository with other words; `current` itself where nothing would change. */
export function changeRepository(
  current: Repository,
  words: RepositoryWords,
  namesake: Repository | undefined,
): Result<Repository, RepositoryExists> {
  if (namesake && namesake.id !== current.id) return err(exists(namesake));
  const { name, connector, codeReview } = words;
  const same = current.name === name && current.connector === connector && current.codeReview === codeReview;
  return ok(same ? current : { ...current, ...words, version: current.version + 1 });
}
