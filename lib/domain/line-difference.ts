import { structuredPatch } from 'diff';

/** A line of a difference: there before, after, or both; with its number where it stands. */
export type DifferenceLine = { kind: 'same' | 'removed' | 'added'; line: number; text: string };

const linesAround = 2;

/** Beyond so many differing lines the way from one text to the other is not looked for: it would take seconds. */
const mostEdits = 2000;

const kinds = { ' ': 'same', '-': 'removed', '+': 'added' } as const;

/**
 * Parts of two texts that differ, each with a few lines around it; none where the texts are the same. Where nearly
 * all differs, one part holds the whole of both.
 */
export function differentLines(before: string, after: string): DifferenceLine[][] {
  const options = { context: linesAround, maxEditLength: mostEdits };
  const patch = structuredPatch('', '', before, after, '', '', options);
  if (!patch) return [[...whole(before, 'removed'), ...whole(after, 'added')]];
  return patch.hunks.map(({ oldStart, newStart, lines }) => {
    let [old, now] = [oldStart, newStart];
    return lines.flatMap((line): DifferenceLine[] => {
      const mark = line[0];
      if (mark !== ' ' && mark !== '-' && mark !== '+') return [];
      const at = mark === '-' ? old : now;
      if (mark !== '+') old += 1;
      if (mark !== '-') now += 1;
      return [{ kind: kinds[mark], line: at, text: line.slice(1) }];
    });
  });
}

const whole = (text: string, kind: DifferenceLine['kind']): DifferenceLine[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => ({ kind, line: index + 1, text: line }));
