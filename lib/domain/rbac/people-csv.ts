import { csvLine } from '#lib/domain/csv/write-csv';
import type { PersonSource } from './people-filter';

/** A person as a line of a file tells them. */
export type PersonLine = {
  id: string;
  email: string;
  name: string;
  isActive: boolean;
  source: PersonSource;
  /** Names. */
  groups: readonly string[];
};

/** The first line of a file of people; the first four columns are those an import takes. */
export const peopleCsvHead = csvLine(['id', 'email', 'name', 'active', 'source', 'groups']);

/** The line of one person in a file of people. */
export const peopleCsvLine = ({ id, email, name, isActive, source, groups }: PersonLine): string =>
  csvLine([id, email, name, String(isActive), source, groups.join('; ')]);

/** The first line of a file of those who have one permission. */
export const whoCsvHead = csvLine(['id', 'email', 'name', 'level']);

/** The line of one person in a file of those who have one permission. */
export const whoCsvLine = ({
  id,
  email,
  name,
  level,
}: Pick<PersonLine, 'id' | 'email' | 'name'> & { level: number }): string =>
  csvLine([id, email, name, level]);
