import type { Route } from 'next';
import { eras, machineSystems, type Era, type MachineSystem } from '#lib/domain/config-layers/layer';
import { placeNames, type PlaceName } from '#lib/domain/config-layers/laid-down';

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What the address asks of the layers; what it leaves out is left to the query. */
export type Asked = {
  system?: MachineSystem;
  era?: Era;
  who?: string;
  places?: PlaceName[];
  trusted?: 'yes' | 'no';
  own?: string;
  find?: string;
};

const mostOwn = 4000;

/** Reads an address; words it does not know count as left out. A form that was sent says so by `asked`. */
export function askedIn(search: Search): Asked {
  const one = (name: string) => [search[name]].flat()[0];
  const text = (name: string, most: number) => one(name)?.replaceAll('\0', '').slice(0, most) ?? '';
  const all = [search.place].flat();
  const system = machineSystems.find((name) => name === one('system'));
  const era = eras.find((name) => name === one('era'));
  return {
    ...(system ? { system } : {}),
    ...(era ? { era } : {}),
    ...(one('asked') ? { places: placeNames.filter((name) => all.includes(name)) } : {}),
    trusted: one('asked') && !one('trusted') ? 'no' : 'yes',
    who: text('who', 300),
    own: text('own', mostOwn),
    find: text('find', 100),
  };
}

/** The page, or the page with one policy open; `new` is one to be made. */
export function layersHref(slug: string, policy?: string): Route {
  // safe because a slug is lower-case words and hyphens, and the rest is a query string
  return `/${slug}/configuration/layers${policy ? `?policy=${encodeURIComponent(policy)}#policy` : ''}` as Route;
}
