import { useId, type ReactNode } from 'react';
import { IconButton } from './button';

type Props = {
  /** What its opener names. */
  id: string;
  title: string;
  children: ReactNode;
};

/** One decision with at most three fields. Opened by a `DialogOpener`; Esc closes it, focus goes back. */
export function Dialog({ id, title, children }: Props) {
  const titleId = useId();
  return (
    <dialog id={id} className="dialog" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <div className="dialog-body">{children}</div>
      <form method="dialog" className="dialog-close">
        <IconButton icon="x" label="Close" small type="submit" />
      </form>
    </dialog>
  );
}

/** The row of buttons at the foot of a dialog, the primary last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="dialog-actions">{children}</div>;
}
