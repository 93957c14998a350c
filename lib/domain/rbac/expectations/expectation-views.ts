import { z } from 'zod';
import { customerId } from '#lib/domain/rbac/customer-id';
import {
  expectationKinds,
  mostPeople,
  plainExpectation,
  toPlain,
  type Draft,
  type ExpectationList,
} from './expectation';

/** The list as doors take it and hand it out. */
export const expectationsView = z.object({ expectations: z.array(plainExpectation), version: z.int() });

/** The list as doors hand it out. */
export type ExpectationsView = z.output<typeof expectationsView>;

/** The view of a list. */
export const toExpectationsView = ({ list, version }: ExpectationList): ExpectationsView => ({
  expectations: list.map(toPlain),
  version,
});

/** What was found about one expectation, as doors hand it out. */
export const resultView = z.object({
  id: z.string(),
  sentence: z.string(),
  holds: z.boolean(),
  /** Of a failing one, whether the governance owner accepts it now. */
  accepted: z.boolean(),
  /** How many people break it; of `atMost` how many may. */
  count: z.int(),
  /** The first of those who break it. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  problem: z.enum(['group', 'permission']).nullable(),
});

/** Fields of one expectation, as a form gives them. */
export const expectationFields = {
  kind: z.enum(expectationKinds, 'Choose what is to hold.'),
  /** Id or name of a group; null: everybody. */
  group: customerId.nullable().default(null),
  permission: z.string().min(1, 'Choose a permission.').max(200),
  people: mostPeople.nullable().default(null),
};

/** Refuses a sentence that lacks its group, or its number. */
export function refuseIncomplete(
  { kind, group, people }: { kind: string; group: string | null; people: number | null },
  ctx: z.core.$RefinementCtx,
): void {
  if (kind === 'only' && group === null) {
    ctx.addIssue({ code: 'custom', path: ['group'], message: 'Name the group whose people alone may.' });
  }
  if (kind === 'atMost' && people === null) {
    ctx.addIssue({ code: 'custom', path: ['people'], message: 'Give the most people who may.' });
  }
}

/** What the fields of a form say. */
export function draftOfFields({ people, ...said }: Omit<Draft, 'id'>, id: string | null = null): Draft {
  return { id, ...said, people: said.kind === 'atMost' ? people : null };
}
