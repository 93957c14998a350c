import type { Route } from 'next';
import { listedStates, type ListedState } from '#lib/domain/receipts/machine';

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** Which machines the address lists, and from where on. */
export type MachinesAddress = { state: ListedState; cursor: string };

/** The list that an address asks for; what it does not know is the list of those that differ. */
export function readMachinesAddress({ state, cursor }: Search): MachinesAddress {
  const known = listedStates.find((one) => one === state) ?? 'differs';
  return { state: known, cursor: typeof cursor === 'string' ? cursor : '' };
}

/** The address of a list of machines. */
export function machinesHref(slug: string, { state, cursor }: MachinesAddress): Route {
  const search = new URLSearchParams({ state, ...(cursor === '' ? {} : { cursor }) });
  // safe because the parts are a slug and a query string
  return `/${slug}/configuration/coverage?${search.toString()}#machines` as Route;
}
