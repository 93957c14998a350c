import { remove, replace, type Fix } from './finding';
import { about, type Look, type Rule } from './look';
import { namesBelow } from './key-index';
import { nearestName } from './nearest-name';
import type { Visit } from './visit-keys';

const consequences = {
  refused: 'Clients refuse a file that holds it.',
  warned: 'Clients ignore it and say so.',
  silent: 'Clients ignore it without a word.',
} as const;

/** Keys that clients do not know: misspelt, misplaced, or out of nowhere. */
export const unknownKeys: Rule = (look) =>
  look.visits
    .filter(({ place }) => place === null)
    .map((visit) => {
      const isElsewhere = visit.path === visit.entry.name && look.otherRoot.below.has(visit.entry.name);
      const nearest = isElsewhere ? null : nearestTo(visit);
      const hint = isElsewhere ? belongs(look) : nearest === null ? '' : ` ${nearest} is one.`;
      return about(visit, {
        id: 'unknown_key',
        severity: 'error',
        message: `${visit.entry.name} is no key here.${hint} ${consequences[visit.reaction]}`,
        fix: fixOf(visit, nearest, look.text),
      });
    });

function nearestTo({ entry, parent, table }: Visit): string | null {
  const nearest = nearestName(entry.name, namesBelow(parent));
  return nearest === null || table.entries.has(nearest) ? null : nearest;
}

const belongs = ({ form }: Look) =>
  ` It belongs into ${form === 'requirements' ? 'managed_config.toml or config.toml' : 'requirements.toml'}.`;

const fixOf = ({ entry }: Visit, nearest: string | null, text: string): Fix =>
  nearest !== null && entry.statements.length === 1
    ? replace(`Rename it to ${nearest}`, entry.key, nearest)
    : remove(text, entry);
