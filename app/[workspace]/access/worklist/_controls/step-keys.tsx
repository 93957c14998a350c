'use client';

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

const rows = (place: HTMLElement) => [...place.querySelectorAll<HTMLElement>('[data-step]')];
const doneButton = (row: HTMLElement | undefined) =>
  row?.querySelector<HTMLElement>('button[type="submit"]') ?? null;

const rowOf = (all: readonly HTMLElement[], target: EventTarget) =>
  all.findIndex((row) => target instanceof Node && row.contains(target));

/**
 * The worklist by keyboard: arrows go from one Done to the next, and once a step is done the focus stands on the
 * Done of the step that took its place, or on what is said when none is left.
 */
export function StepKeys({ steps, children }: { steps: readonly string[]; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const pressed = useRef<number | null>(null);
  const shown = steps.join();

  useEffect(() => {
    const [at, here] = [pressed.current, place.current];
    pressed.current = null;
    if (at === null || here === null) return;
    const all = rows(here);
    const next = doneButton(all[Math.min(at, all.length - 1)]);
    (next ?? here.querySelector<HTMLElement>('[data-rest]'))?.focus();
  }, [shown]);

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = place.current;
    if (by === undefined || here === null || event.target instanceof HTMLInputElement) return;
    const all = rows(here);
    const at = rowOf(all, event.target);
    const next = at < 0 ? null : doneButton(all[at + by]);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function note(event: { target: EventTarget }) {
    const here = place.current;
    const at = here ? rowOf(rows(here), event.target) : -1;
    pressed.current = at < 0 ? null : at;
  }

  return (
    <div ref={place} onKeyDown={move} onSubmit={note} className="grid grid-cols-1 gap-5">
      {children}
    </div>
  );
}
