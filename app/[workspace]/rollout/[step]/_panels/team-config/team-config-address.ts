import type { Route } from 'next';

/** The skill whose form is open: its name, a new one, or none. */
export type OpenSkill = { name: string } | 'new' | null;

type Search = Record<string, string | string[] | undefined>;

/** What the address opens. */
export function openSkill({ skill, add }: Search): OpenSkill {
  if (add === 'skill') return 'new';
  return typeof skill === 'string' ? { name: skill } : null;
}

/** The address of the page with a skill's form open, or without any. */
export function skillAddress(slug: string, open: OpenSkill): Route {
  const query =
    open === null ? '' : open === 'new' ? '?add=skill' : `?skill=${encodeURIComponent(open.name)}`;
  // safe because the parts are a slug and an encoded name
  return `/${slug}/rollout/configuration${query}#team-config` as Route;
}

/** Where the answer to a typed command stands on the page. */
export const testerAnchor = 'try-a-command';

/** Characters of a command that is tried, at most: it stands in an address. */
export const commandLimit = 2000;

/** The command that is tried, or an empty text. */
export const typedCommand = ({ command }: Search): string =>
  typeof command === 'string' ? command.slice(0, commandLimit).trim() : '';

/** Where a command that is tried is sent. */
export const testerAddress = (slug: string): Route =>
  // safe because the part is a slug
  `/${slug}/rollout/configuration#${testerAnchor}` as Route;
