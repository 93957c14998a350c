import { z } from 'zod';
import { isStorable, searchText } from '#lib/domain/text';
import { customerId } from './customer-id';

/** Where a person comes from: added by hand, or by an import, which may remove them again. */
export const personSources = ['manual', 'imported'] as const;

export type PersonSource = (typeof personSources)[number];

const flag = z.enum(['true', 'false']);
const key = z.string().min(1).max(100).refine(isStorable, 'There is no such permission.');

/**
 * Which people are meant; what is left out does not narrow. `search` is any part of name or e-mail address,
 * `group` keeps those in a group and `notIn` those outside one. `role`, `permission` (at `level` or more),
 * `without` a permission, `profile` and `losing` (without something the workspace defaults give) keep active people alone.
 */
export const peopleFilter = {
  search: searchText({ max: 200 }).optional(),
  group: customerId.optional(),
  notIn: customerId.optional(),
  role: customerId.optional(),
  permission: key.optional(),
  without: key.optional(),
  level: z.coerce.number().int().min(1).max(31).default(1),
  profile: z.string().max(64).refine(isStorable).optional(),
  losing: flag.default('false'),
  source: z.enum(personSources).optional(),
  active: flag.optional(),
};

/** Which people are meant. */
export type PeopleFilter = z.output<z.ZodObject<typeof peopleFilter>>;
