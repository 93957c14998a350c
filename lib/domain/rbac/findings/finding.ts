import type { ExpectationKind } from '#lib/domain/rbac/expectations/expectation';

/** How grave a finding is, the gravest first. */
export const severities = ['error', 'warning', 'note'] as const;

export type Severity = (typeof severities)[number];

/** A severity as a screen names it. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  note: 'Note',
};

/** What is looked for among roles, groups and people. Names are part of stored acceptances: never renamed. */
export const findingKinds = [
  'default_loss',
  'expectation',
  'admin_group_large',
  'admin_group_by_hand',
  'role_grants_nothing',
  'role_drops_defaults',
  'toggle_off',
  'disputed_off',
  'group_without_people',
  'role_across_sources',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** Where it is mended. */
export type FixPlace =
  | { kind: 'role' | 'group'; id: string }
  /** The role, with what its people go without ready to be granted. */
  | { kind: 'role-keeping-defaults'; id: string }
  | { kind: 'losing' }
  | { kind: 'toggle'; key: string }
  | { kind: 'expectation'; id: string; says: ExpectationKind };

/** Something about roles, groups and people that may well be other than somebody wants. */
export type Finding = {
  /** `<kind>`, or `<kind>:<id of what it is about>`. */
  id: string;
  kind: FindingKind;
  severity: Severity;
  /** Who or what it is about, and what is the matter: one sentence without a full stop. */
  title: string;
  reason: string;
  /** How to mend it, as words of a link. */
  fix: { words: string; at: FixPlace };
  /** Everybody it is about; null where it is about nobody. */
  people: number | null;
  /** What is accepted with it, besides the number of people: JSON values. */
  basis: unknown;
  /** The task at which it is found. */
  taskId: string;
};

/** The id of a finding of a kind about one thing. */
export const findingId = (kind: FindingKind, about?: string): string =>
  about === undefined ? kind : `${kind}:${about}`;

const lossSubject = 'access.lost_defaults';
const prefix = 'finding:';

/** What an acceptance of a finding is filed under. */
export const subjectOf = ({ id, kind }: Pick<Finding, 'id' | 'kind'>): string =>
  kind === 'default_loss' ? lossSubject : `${prefix}${id}`;

/** The id of the finding that an acceptance is about; null where it is about something else. */
export function findingIdOf(subject: string): string | null {
  if (subject === lossSubject) return 'default_loss';
  return subject.startsWith(prefix) ? subject.slice(prefix.length) : null;
}
