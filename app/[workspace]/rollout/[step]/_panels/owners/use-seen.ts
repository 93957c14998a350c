import { useState } from 'react';

/**
 * What somebody's typing is based on: the stored object as it was at the first key, until it is saved.
 *
 * Others' writes reach the page in between; taking their version along would overwrite them unseen.
 */
export function useSeen<T>(stored: T, answer: { ok: boolean } | null) {
  const [held, hold] = useState<T | null>(null);
  const [settled, settle] = useState(answer);
  if (answer !== settled) {
    settle(answer);
    if (answer?.ok) hold(null);
  }
  return {
    seen: held ?? stored,
    isTyping: held !== null,
    onInput: () => hold((before) => before ?? stored),
  };
}
