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
    .map((visit) =>
      about(visit, {
        id: 'unknown_key',
        severity: 'error',
        message: `${visit.entry.name} is no key here.${hint(visit, look)} ${consequences[visit.reaction]}`,
        fix: fixOf(visit, look),
      }),
    );

const isTop = ({ path, entry }: Visit) => path === entry.name;

const nearestTo = ({ entry, parent, table }: Visit) =>
  nearestName(
    entry.name,
    namesBelow(parent).filter((name) => !table.entries.has(name)),
  );

function hint(visit: Visit, { form, otherRoot }: Look): string {
  const { name } = visit.entry;
  if (isTop(visit) && otherRoot.below.has(name)) {
    const home = form === 'requirements' ? 'managed_config.toml or config.toml' : 'requirements.toml';
    return ` It belongs into ${home}.`;
  }
  const nearest = nearestTo(visit);
  return nearest === null ? '' : ` ${nearest} is one.`;
}

function fixOf(visit: Visit, { text, otherRoot }: Look): Fix {
  const { entry } = visit;
  const isElsewhere = isTop(visit) && otherRoot.below.has(entry.name);
  const nearest = isElsewhere ? null : nearestTo(visit);
  const isOnce = entry.statements.length === 1;
  return nearest !== null && isOnce
    ? replace(`Rename it to ${nearest}`, entry.key, nearest)
    : remove(text, entry);
}
