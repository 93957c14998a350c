import 'server-only';
import { z } from 'zod';
import { permissions } from '#lib/catalog/permissions';
import { grantsInput } from '#lib/domain/rbac/access-change';
import { customerId } from '#lib/domain/rbac/customer-id';
import { groupSources } from '#lib/domain/rbac/directory';
import { emailAddress, plainText } from '#lib/domain/text';

/** Most people one call may name. */
const maxPeople = 5000;

/** What is said of permissions as doors take it: key -> on, off or level. */
export const grants = grantsInput(permissions);

/** Ids of people as doors take them: each once. */
export const personIds = z.array(customerId).max(maxPeople).transform(eachOnce);

/** Ids of roles as doors take them: each once. */
export const roleIds = z.array(customerId).max(500).transform(eachOnce);

/** Fields of a custom role. */
export const roleFields = { name: plainText({ max: 100 }), permissions: grants };

/** Fields of a group. */
export const groupFields = {
  name: plainText({ max: 100 }),
  source: z.enum(groupSources),
};

/** Fields of a person. An address is kept in lower case. */
export const personFields = {
  name: plainText({ max: 200 }),
  email: emailAddress.transform((address) => address.toLowerCase()),
  isActive: z.boolean(),
};

/** The fields of a thing that is there already, as a change takes them: what is left out stays as it is. */
export const changeOf = <T extends z.ZodRawShape>(fields: T) => z.object(fields).partial().shape;

/** Whether two sorted lists of ids are the same. */
export const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);

function eachOnce(ids: string[]): string[] {
  return [...new Set(ids)].sort();
}
