import type { Route } from 'next';

/** What the address opens of the waves: one close up, its plan, its signing, or the form of a new one. */
export type WavePart = 'open' | 'plan' | 'sign' | 'new';

/** The waves of a workspace, with one part open. */
export function waveHref(base: string, part?: WavePart, waveId?: string): Route {
  const query =
    part === undefined ? '' : `?${new URLSearchParams({ wave: waveId ?? 'new', part }).toString()}`;
  // safe because the parts are the step's address, an encoded query and an element's id
  return `${base}${query}#waves` as Route;
}
