import type { ConfigText } from './config-text';
import { setConfigTextAction } from './actions';
import { TextForm } from './text-form';

type Props = { slug: string; text: ConfigText; editable: boolean };

/** The text of a file, to be read or written. */
export function TextView({ slug, text: { name, file, text, version, findings }, editable }: Props) {
  const bare = findings.map(({ acceptance: _acceptance, ...finding }) => finding);
  const action = editable ? setConfigTextAction.bind(null, slug) : null;
  return <TextForm {...{ slug, name, file, text, version, action }} findings={bare} />;
}
