import { z } from 'zod';
import type { StoredEvent, Wording } from '#lib/domain/audit/event-words';
import { taskDecidedBy } from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';
import { waveStates, waveStateWords } from './wave';

const named = z.object({ name: z.string(), state: z.enum(waveStates) });

const wording =
  (words: (wave: z.infer<typeof named>) => readonly [string, string]): Wording =>
  ({ after }: StoredEvent, guide: Guide) => {
    const wave = named.safeParse(after).data;
    if (!wave) return null;
    const [before, behind] = words(wave);
    const taskId = taskDecidedBy(guide, ({ kind }) => kind === 'waves');
    return [before, { label: wave.name, taskId }, behind];
  };

/** Words of the events about waves. */
export const waveWordings: Readonly<Record<string, Wording>> = {
  'wave.planned': wording(() => ['planned the wave ', '']),
  'wave.changed': wording(() => ['changed the plan of the wave ', '']),
  'wave.moved': wording(({ state }) => ['recorded the wave ', ` as ${waveStateWords[state].toLowerCase()}`]),
  'wave.go_given': wording(() => ['said go for the wave ', '']),
  'wave.no_go_given': wording(() => ['said no-go for the wave ', '']),
};
