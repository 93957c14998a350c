import type { ConfigText } from './config-text';
import type { FileView as View, TextPlace } from './file-address';
import type { FindingViewer } from './finding-actions';
import { FindingsView } from './findings-view';
import { ImportView } from './import-view';
import { KeyView } from './key-view';
import { KeysView } from './keys-view';
import { TextView } from './text-view';

type Props = {
  text: ConfigText;
  view: View;
  viewer: FindingViewer;
  /** The one key that is open. */
  path: readonly string[] | null;
  /** The place of the text to begin at. */
  start: TextPlace | null;
  /** Words that keys are looked for by. */
  find: string;
};

/** One view of a file. */
export function FileView({ text, view, viewer, path, start, find }: Props) {
  const { slug, name, mayFix: editable } = viewer;
  if (view === 'text') return <TextView {...{ slug, text, start, editable }} />;
  if (view === 'findings') return <FindingsView {...{ text, viewer }} />;
  if (view === 'import' && editable) return <ImportView {...{ slug, text }} />;
  return (
    <>
      {path && editable ? <KeyView {...{ slug, name, path }} /> : null}
      <KeysView {...{ slug, name, find, editable }} />
    </>
  );
}
