import type { setSettingAction } from './actions';

/** What came of the last press; null before the first. */
export type WantedAnswer = Awaited<ReturnType<typeof setSettingAction>> | null;

type Stored = { wanted: boolean; version: number; written: string | null };

/** The newest that is known of a toggle: what the page was made with, or what a write told. */
export function shownOf(answer: WantedAnswer, stored: Stored): { wanted: boolean; version: number } {
  const told = toldBy(answer);
  return told && told.version > stored.version ? told : stored;
}

function toldBy(answer: WantedAnswer) {
  if (!answer) return null;
  if (answer.ok) return answer.value;
  return answer.error.code === 'conflict' ? answer.error.current : null;
}

const onOff = (isOn: boolean) => (isOn ? 'on' : 'off');

/** Why the last press moved nothing, while that still holds; after a conflict with theirs beside mine. */
export function refusalOf(answer: WantedAnswer, stored: Stored & { movable: boolean }): string | undefined {
  if (!answer || answer.ok) return undefined;
  switch (answer.error.code) {
    case 'conflict':
      return conflictWords(answer.typed.wanted === 'true', shownOf(answer, stored).wanted, stored.written);
    case 'prerequisite_missing':
    case 'dependents_wanted':
      return stored.movable ? undefined : answer.error.message;
    default:
      return answer.error.message;
  }
}

function conflictWords(mine: boolean, theirs: boolean, written: string | null): string {
  const now = `Changed since you opened it: now ${onOff(theirs)} is wanted${written ? ` (${written})` : ''}.`;
  return mine === theirs ? `${now} You asked for the same.` : `${now} Press again for ${onOff(mine)}.`;
}
