import { useState } from 'react';
import type { FormAnswer } from './form-state';

/** What an action gives once it has saved. */
export type SavedValue<A> = Extract<A, { ok: true }> extends { value: infer V } ? V : never;

/** How often a form was saved, what was saved last, and the version typing began with. */
export function useSaves<A extends FormAnswer>(answer: A | null, version: number | undefined) {
  const [held, hold] = useState<number | null>(null);
  const [seen, see] = useState<A | null>(null);
  const [count, setCount] = useState(0);
  const [last, setLast] = useState<{ value: SavedValue<A> } | null>(null);
  if (answer !== seen) {
    see(answer);
    if (answer?.ok) {
      hold(null);
      setCount(count + 1);
      // safe because an answer that is ok holds the value its type says
      setLast({ value: answer.value as SavedValue<A> });
    }
  }
  return {
    count,
    last,
    seenVersion: held ?? version,
    isTyping: held !== null,
    onInput: () => hold((before) => before ?? version ?? 0),
  };
}
