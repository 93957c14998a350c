import 'server-only';
import { z } from 'zod';
import { permissionKeys } from '#lib/catalog/permissions';
import { groupSources } from '#lib/domain/rbac/directory';
import { emailAddress, plainText } from '#lib/domain/text';

/** Most people one call may name. */
const maxPeople = 5000;

/** Permissions as doors take them: each once, in the catalogue's order. */
export const permissionList = z
  .array(z.enum(permissionKeys))
  .max(500)
  .transform((wanted) => permissionKeys.filter((key) => wanted.includes(key)));

/** Ids of people as doors take them: each once. */
export const personIds = z.array(z.uuid()).max(maxPeople).transform(eachOnce);

/** Ids of roles as doors take them: each once. */
export const roleIds = z.array(z.uuid()).max(500).transform(eachOnce);

/** Fields of a custom role. */
export const roleFields = { name: plainText({ max: 100 }), permissions: permissionList };

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

function eachOnce(ids: string[]): string[] {
  return [...new Set(ids)].sort();
}
