import { z } from 'zod';
import { taskDecidedBy, type StoredEvent, type Wording } from '#lib/domain/audit/event-words';

const draft = z.object({ name: z.string(), changes: z.array(z.unknown()) });

const draftIn = ({ before, after }: StoredEvent) =>
  draft.safeParse(after).data ?? draft.safeParse(before).data ?? null;

const told =
  (words: string, tail: (changes: number) => string = () => ''): Wording =>
  (event, guide) => {
    const found = draftIn(event);
    if (!found) return null;
    const taskId = taskDecidedBy(guide, (by) => by.kind === 'access' && by.part === 'resolution');
    return [words, { label: found.name, taskId }, tail(found.changes.length)].filter((part) => part !== '');
  };

const changesWords = (changes: number) => (changes === 1 ? ', 1 change' : `, ${changes} changes`);

/** Words of the events about drafts. */
export const draftWordings: Readonly<Record<string, Wording>> = {
  'draft.created': told('began the draft '),
  'draft.renamed': told('renamed the draft '),
  'draft.change_added': told('added to the draft ', changesWords),
  'draft.change_removed': told('took from the draft ', changesWords),
  'draft.base_taken': told('looked again at the draft '),
  'draft.discarded': told('discarded the draft '),
  'access.draft_applied': told('applied the draft ', changesWords),
};
