'use client';

import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type * as CodeMirror from './code-mirror';

type Props = Omit<CodeMirror.EditorOptions, 'parent'> & {
  marks: readonly CodeMirror.Mark[];
  /** Where to put the cursor; a new object puts it there again. */
  place: Pick<CodeMirror.Mark, 'line' | 'column'> | null;
};

/** Opens an editor within `parent` once its script has loaded, and keeps it as the page says. Gives whether it is open. */
export function useEditor(parent: RefObject<HTMLDivElement | null>, props: Props): boolean {
  const { text, marks, place, ...options } = props;
  const [editor, setEditor] = useState<CodeMirror.Editor | null>(null);
  const open = useEffectEvent((loaded: typeof CodeMirror, within: HTMLDivElement) =>
    loaded.openEditor({ ...options, text, parent: within }),
  );
  useEffect(() => {
    let opened: CodeMirror.Editor | null = null;
    let isOver = false;
    // eslint-disable-next-line no-restricted-syntax -- weighs as much as the whole page: loaded when it is needed
    void import('./code-mirror').then((loaded) => {
      if (isOver || !parent.current) return;
      opened = open(loaded, parent.current);
      setEditor(opened);
    });
    return () => {
      isOver = true;
      opened?.close();
    };
  }, [parent]);
  useEffect(() => editor?.setText(text), [editor, text]);
  useEffect(() => editor?.setMarks(marks), [editor, marks]);
  useEffect(() => {
    if (place) editor?.goTo(place.line, place.column);
  }, [editor, place]);
  return editor !== null;
}
