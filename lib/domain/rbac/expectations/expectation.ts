import { z } from 'zod';
import { customerId } from '#lib/domain/rbac/customer-id';

/** What an expectation may say: no one may, everyone may, only people of a group may, at most so many people may. */
export const expectationKinds = ['nobody', 'everyone', 'only', 'atMost'] as const;

export type ExpectationKind = (typeof expectationKinds)[number];

/** A sentence about access that must hold, such as: no one in Contractors may use Codex cloud. */
export type Expectation = {
  /** Stays with the sentence while it is edited or moved. */
  id: string;
  kind: ExpectationKind;
  /** Id of the group it is about; null: everybody. */
  group: string | null;
  /** The group's name when this was written, for the day on which the group is gone. */
  groupName: string | null;
  permission: string;
  /** The most people who may, of `atMost`; null of every other kind. */
  people: number | null;
};

/** The list of a workspace, in the order it is shown; version 0 until it was first written. */
export type ExpectationList = { list: readonly Expectation[]; version: number };

/** What somebody says that is to hold, before its words have been found in the directory. */
export type Draft = {
  id: string | null;
  kind: ExpectationKind;
  /** Id or name of a group; null: everybody. */
  group: string | null;
  permission: string;
  people: number | null;
};

/** Most expectations of a workspace. */
export const mostExpectations = 100;

const most = 10_000_000;

/** An expectation as stored. */
export const storedExpectation: z.ZodType<Expectation> = z.object({
  id: z.string(),
  kind: z.enum(expectationKinds),
  group: z.string().nullable(),
  groupName: z.string().nullable(),
  permission: z.string(),
  people: z.number().nullable(),
});

const may = z.string('Say what it is about with may: and the key of a permission.').min(1).max(200);
const group = z
  .string('Name a group by its id or its name.')
  .pipe(customerId)
  .describe('Id of a group, or its name');
const whom = { group: group.optional(), may };

/** The id of an expectation, as doors take it. */
export const expectationId = z
  .string()
  .regex(/^[\w-]{1,64}$/, 'An id has up to 64 letters, digits, hyphens and underscores.');

/** The number of `atMost`, as doors take it. */
export const mostPeople = z
  .int('Give a whole number of people.')
  .min(0, 'Give 0 people or more.')
  .max(most, `Give at most ${most.toLocaleString('en')} people.`);

/**
 * An expectation in plain words, as JSON and YAML say it: `nobody: {group: Contractors, may: codex.cloud}`. Without
 * a group it is about everybody. Without an id the same sentence keeps the id it has.
 */
export const plainExpectation = z
  .strictObject({
    id: expectationId.optional(),
    nobody: z.strictObject(whom).optional(),
    everyone: z.strictObject(whom).optional(),
    only: z.strictObject({ ...whom, group }).optional(),
    atMost: z.strictObject({ people: mostPeople, ...whom }).optional(),
  })
  .refine((said) => expectationKinds.filter((kind) => said[kind] !== undefined).length === 1, {
    error: `Begin with one of ${expectationKinds.join(', ')}.`,
  });

/** An expectation in plain words. */
export type PlainExpectation = z.output<typeof plainExpectation>;

/** What a plain expectation says. */
export function draftOf(said: PlainExpectation): Draft {
  const kind = expectationKinds.find((one) => said[one] !== undefined) ?? 'nobody';
  const { group: about = null, may: permission = '' } = said[kind] ?? {};
  return { id: said.id ?? null, kind, group: about, permission, people: said.atMost?.people ?? null };
}

/** An expectation in plain words, with its id. */
export function toPlain({ id, kind, group: about, permission, people }: Expectation): PlainExpectation {
  const said = { ...(about === null ? {} : { group: about }), may: permission };
  switch (kind) {
    case 'atMost':
      return { id, atMost: { people: people ?? 0, ...said } };
    case 'only':
      return { id, only: { ...said, group: about ?? '' } };
    default:
      return { id, [kind]: said };
  }
}
