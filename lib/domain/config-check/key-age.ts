import { standingAt } from './client-version';
import { remove, type Found } from './finding';
import { about, type Rule } from './look';
import type { Visit } from './visit-keys';

/** Keys that the oldest client does not know yet, or that newer clients no longer know. */
export const keyAge: Rule = ({ visits, oldestClient, text }) => {
  let reported: string | null = null;
  return visits.flatMap((visit): readonly Found[] => {
    const key = visit.place?.key;
    if (!key || (reported !== null && isBelow(visit.path, reported))) return [];
    if (key.until !== null) return [retired(visit, key.until, text)];
    if (standingAt(oldestClient, key) === 'known') return [];
    reported = visit.path;
    return [
      about(visit, {
        id: 'key_too_new',
        severity: 'error',
        message: `Clients before ${key.since} do not know ${visit.entry.name}: they ignore it or refuse the file. The oldest here is ${oldestClient}.`,
        fix: remove(text, visit.entry),
      }),
    ];
  });
};

/** Keys come before what stands below them, so the last that was reported is the only one to ask of. */
const isBelow = (path: string, table: string) => path.startsWith(`${table}.`) || path.startsWith(`${table}[`);

const retired = (visit: Visit, until: string, text: string): Found =>
  about(visit, {
    id: 'key_retired',
    severity: 'error',
    message: `Clients since ${until} no longer know ${visit.entry.name} and ignore it.`,
    fix: remove(text, visit.entry),
  });
