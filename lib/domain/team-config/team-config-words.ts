import { z } from 'zod';
import {
  taskDecidedBy,
  type EventWords,
  type StoredEvent,
  type Wording,
} from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';

const stored = z.object({
  rules: z.string(),
  skills: z.array(z.object({ name: z.string(), description: z.string(), body: z.string() })),
});

type Stored = z.output<typeof stored>;

function changesBetween(before: Stored, after: Stored): string[] {
  const find = ({ skills }: Stored, name: string) => skills.find((skill) => skill.name === name);
  const skillChanges = after.skills.flatMap((skill) => {
    const earlier = find(before, skill.name);
    if (!earlier) return [`skill ${skill.name} added`];
    const isSame = earlier.description === skill.description && earlier.body === skill.body;
    return isSame ? [] : [`skill ${skill.name} changed`];
  });
  const removed = before.skills.filter(({ name }) => !find(after, name));
  return [
    ...(before.rules === after.rules ? [] : ['rules changed']),
    ...skillChanges,
    ...removed.map(({ name }) => `skill ${name} removed`),
  ];
}

function savedWords({ before, after }: StoredEvent, guide: Guide): EventWords | null {
  const [earlier, later] = [stored.safeParse(before).data, stored.safeParse(after).data];
  if (!later) return null;
  const taskId = taskDecidedBy(guide, ({ kind }) => kind === 'team-config');
  const changes = earlier ? changesBetween(earlier, later) : [];
  const tail = changes.length === 0 ? '' : `: ${changes.join(', ')}`;
  return ['saved the ', { label: 'Team Config', taskId }, tail];
}

/** Words of the events about rules and skills. */
export const teamConfigWordings: Readonly<Record<string, Wording>> = { 'team_config.saved': savedWords };
