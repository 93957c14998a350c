'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button';
import { Icon } from './icon';

type Toast = { words: string; undo?: (() => void) | undefined; isRefusal?: boolean };

const SHOWN_MS = 8000;

let current: Toast | null = null;
const listeners = new Set<() => void>();

function set(toast: Toast | null) {
  current = toast;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/**
 * Tells that something was saved, in the place of the last one. Errors never come this way, but for what
 * `showRefusal` tells.
 */
export function showToast(words: string, undo?: () => void) {
  set({ words, undo });
}

/** Tells that an Undo was refused, whose form is gone from the page. It stays until it is dismissed. */
export function showRefusal(words: string) {
  set({ words, isRefusal: true });
}

/** Where toasts appear: at the foot of the rail. Stands once, in the frame. */
export function ToastPlace() {
  const toast = useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
  return <div role="status">{toast ? <Shown key={toast.words} toast={toast} /> : null}</div>;
}

function Shown({ toast }: { toast: Toast }) {
  const [paused, setPaused] = useState(false);
  useEffect(() => {
    if (paused || toast.isRefusal) return;
    const leaving = setTimeout(() => set(null), SHOWN_MS);
    return () => clearTimeout(leaving);
  }, [toast, paused]);

  const pause = { onMouseEnter: () => setPaused(true), onFocus: () => setPaused(true) };
  const goOn = { onMouseLeave: () => setPaused(false), onBlur: () => setPaused(false) };
  const undo = () => {
    toast.undo?.();
    set(null);
  };
  return (
    <div className="toast" role={toast.isRefusal ? 'alert' : undefined} {...pause} {...goOn}>
      {toast.isRefusal ? <Icon name="circle-x" tone="blocked" /> : <Icon name="circle-check" tone="done" />}
      <span className="toast-words">{toast.words}</span>
      {toast.undo ? (
        <Button small variant="quiet" onClick={undo}>
          Undo
        </Button>
      ) : null}
      <IconButton icon="x" label="Dismiss" small onClick={() => set(null)} />
    </div>
  );
}
