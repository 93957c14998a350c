'use client';

import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  codeFolding,
  foldGutter,
  foldKeymap,
  StreamLanguage,
  syntaxHighlighting,
} from '@codemirror/language';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { FindKeys } from './find-keys';
import { editorTheme } from './editor-theme';
import { complete, helpOver, tableFolds } from './toml-help';

/** Something to know about a place of the text. */
export type Mark = { line: number; column: number; severity: 'error' | 'warning' | 'info'; message: string };

export type EditorOptions = {
  parent: HTMLElement;
  text: string;
  label: string;
  /** Element that describes the field; it holds errors and hints. */
  describedBy: string | undefined;
  readOnly: boolean;
  onChange: (text: string) => void;
  findKeys: FindKeys;
};

/** The editor while its place is on the page. */
export type Editor = {
  setText: (text: string) => void;
  setMarks: (marks: readonly Mark[]) => void;
  goTo: (line: number, column: number) => void;
  close: () => void;
};

/** Opens an editor for TOML: highlighting, folding of tables, completion of keys and help over them, search, undo. */
export function openEditor(options: EditorOptions): Editor {
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({ doc: options.text, extensions: extensionsOf(options) }),
  });
  const offsetOf = ({ line, column }: Pick<Mark, 'line' | 'column'>) => {
    const { from, to } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
    return Math.min(from + column - 1, to);
  };
  return {
    setText(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    setMarks(marks) {
      const diagnostics = marks.map(({ severity, message, ...place }) => {
        const from = offsetOf(place);
        return { from, to: view.state.doc.lineAt(from).to, severity, message };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(line, column) {
      view.dispatch({ selection: { anchor: offsetOf({ line, column }) }, scrollIntoView: true });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

function extensionsOf({ label, describedBy, readOnly, onChange, findKeys }: EditorOptions): Extension[] {
  return [
    EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''),
    EditorView.contentAttributes.of({
      'aria-label': label,
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      'aria-multiline': 'true',
      spellcheck: 'false',
    }),
    ...[EditorState.readOnly.of(readOnly), EditorView.lineWrapping, EditorState.tabSize.of(2)],
    ...[lineNumbers(), highlightActiveLineGutter(), foldGutter(), codeFolding(), lintGutter()],
    ...[history(), drawSelection(), highlightActiveLine(), highlightSelectionMatches()],
    editorTheme,
    ...[StreamLanguage.define(toml), syntaxHighlighting(classHighlighter), tableFolds],
    autocompletion({ override: [(context) => complete(context, findKeys)] }),
    helpOver(findKeys),
    keymap.of([
      ...completionKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...searchKeymap,
      ...foldKeymap,
      ...lintKeymap,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
  ];
}
