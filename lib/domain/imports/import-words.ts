import { z } from 'zod';
import type { StoredEvent, Wording } from '#lib/domain/audit/event-words';
import { peopleWords } from '#lib/domain/rbac/counted';

const counted = z.object({ counts: z.object({ added: z.int(), changed: z.int(), removed: z.int() }) });
const example = z.object({ people: z.int(), groups: z.int() });

function importedWords({ after }: StoredEvent) {
  const told = counted.safeParse(after).data;
  if (told) {
    const parts = (['added', 'changed', 'removed'] as const)
      .filter((verb) => told.counts[verb] > 0)
      .map((verb) => `${told.counts[verb].toLocaleString('en')} ${verb}`);
    return [`imported people, groups and memberships: ${parts.join(', ')}`];
  }
  const invented = example.safeParse(after).data;
  return invented ? [`imported ${peopleWords(invented.people)} in ${invented.groups} groups`] : null;
}

/** Words of the events about imports. */
export const importWordings: Readonly<Record<string, Wording>> = { 'directory.imported': importedWords };
