'use client';

import { useEffect, useRef } from 'react';
import { Button, type ButtonProps } from './button';

const find = (id: string) => {
  const found = document.getElementById(id);
  return found instanceof HTMLDialogElement ? found : null;
};

/** Opens the dialog of that id; where the browser knows `command`, also before JavaScript has loaded. */
export function DialogOpener({
  dialog,
  ...props
}: Omit<ButtonProps, 'onClick' | 'type'> & { dialog: string }) {
  const command = { command: 'show-modal', commandfor: dialog };
  return <Button {...props} {...command} aria-haspopup="dialog" onClick={() => find(dialog)?.showModal()} />;
}

/** Leaves the dialog around it as it was. */
export function DialogCloser(props: Omit<ButtonProps, 'onClick' | 'type'>) {
  return <Button {...props} onClick={(event) => event.currentTarget.closest('dialog')?.close()} />;
}

/** Closes the dialog around it each time `when` becomes another thing that is true, such as a new answer. */
export function CloseDialog({ when }: { when: unknown }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (when) place.current?.closest('dialog')?.close();
  }, [when]);
  return <span ref={place} hidden />;
}
