import { z } from 'zod';
import { customerId } from '#lib/domain/rbac/customer-id';
import { groupSources } from '#lib/domain/rbac/directory';
import { emailAddress, plainText } from '#lib/domain/text';
import type { ImportKind } from './import-kinds';

/** Values of a row in the order of its kind's columns, as they are stored; null where nothing is said. */
export type RowValues = (string | null)[];

/** The first thing of a row that cannot be taken. */
export type RowFault = { column: string; reason: string };

type Read = (text: string) => string | null | RowFault;

const plainAscii = /^[!-~](?:[ -~]*[!-~])?$/;
const usualId = /^(?!\.{1,2}$)[!-~](?:[ -~]*[!-~])?$/;
const usualAddress =
  /^[a-z0-9](?:[a-z0-9_+-]|\.(?!\.)){0,62}[a-z0-9]@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;

/** `schema` for every text, and a quick yes for the texts that `isUsual` knows it takes as they are. */
function reader(column: string, schema: z.ZodType<string>, isUsual: (text: string) => boolean): Read {
  return (text) => {
    if (isUsual(text)) return text;
    const read = schema.safeParse(text);
    return read.success
      ? read.data
      : { column, reason: z.flattenError(read.error).formErrors[0] ?? 'Give another value.' };
  };
}

const id = (column: string) => reader(column, customerId, (text) => text.length <= 200 && usualId.test(text));
const name = (max: number) =>
  reader('name', plainText({ max }), (text) => text.length <= max && plainAscii.test(text));
const email = reader(
  'email',
  emailAddress.transform((address) => address.toLowerCase()),
  (text) => text.length <= 254 && usualAddress.test(text),
);

const yes = new Set(['true', 't', 'yes', 'y', '1', 'active', 'enabled']);
const no = new Set(['false', 'f', 'no', 'n', '0', 'inactive', 'disabled', 'deactivated', 'suspended']);

const active: Read = (text) => {
  const word = text.trim().toLowerCase();
  if (word === '') return null;
  if (yes.has(word)) return 't';
  return no.has(word) ? 'f' : { column: 'active', reason: 'Use true or false, or leave it empty.' };
};

const source: Read = (text) => {
  const word = text.trim().toLowerCase();
  if (word === '') return null;
  const known = groupSources.find((one) => one === word);
  return known ?? { column: 'source', reason: `Use ${groupSources.join(' or ')}, or leave it empty.` };
};

/** How each kind's columns are read, in their order. Ids are taken as they stand; names and addresses cleaned. */
export const rowReaders: Readonly<Record<ImportKind, readonly Read[]>> = {
  people: [id('id'), email, name(200), active],
  groups: [id('id'), name(100), source],
  memberships: [id('group_id'), id('person_id')],
};

/**
 * Reads the values of a row into `values`, and gives the first that cannot be taken. What could be read stays
 * there: an id that is named is known to be named, whatever else the row says.
 */
export function readRow(
  readers: readonly Read[],
  cellAt: (column: number) => string | null,
  values: RowValues,
): RowFault | null {
  let fault: RowFault | null = null;
  readers.forEach((read, column) => {
    const text = cellAt(column);
    const value = text === null ? null : read(text);
    const isFault = value !== null && typeof value === 'object';
    values[column] = isFault ? null : value;
    if (isFault) fault ??= value;
  });
  return fault;
}
