import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';
import type { IconName } from './icon';
import { Note } from './note';

type Props = {
  icon: IconName;
  /** What it is, in one sentence with its full stop. */
  title: string;
  /** Until when it works, and what to do with it. */
  children: ReactNode;
  /** The secret itself, as it is to be copied. */
  text: string;
  /** The button's words: "Copy link". */
  copy: string;
};

/** A secret that is told this once: to be copied now, because it is kept nowhere. */
export function ToldOnce({ icon, title, children, text, copy }: Props) {
  return (
    <Note icon={icon} title={title}>
      {children}
      <code className="mt-2 block wrap-anywhere text-text select-all">{text}</code>
      <span className="mt-1 -ml-2 block">
        <CopyButton text={text} label={copy} />
      </span>
    </Note>
  );
}
