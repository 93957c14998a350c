import { requireVisit } from '#lib/shell/context';
import type { ConfigText } from './config-text';
import { setConfigTextAction } from './actions';
import { fileAddress, type TextPlace } from './file-address';
import { TextForm } from './text-form';

type Props = { slug: string; text: ConfigText; start: TextPlace | null; editable: boolean };

/** The text of a file, to be read or written. */
export async function TextView({ slug, text, start, editable }: Props) {
  const { ctx, membership } = await requireVisit(slug);
  const { name, file, version, findings } = text;
  const bare = findings.map(({ acceptance: _acceptance, ...finding }) => finding);
  const action = editable ? setConfigTextAction.bind(null, slug) : null;
  const place = {
    ...{ file, now: ctx.now, zone: membership.workspace.timeZone },
    href: fileAddress(slug, name, { view: 'text' }),
  };
  return (
    <TextForm {...{ slug, name, file, version, action, place, start }} text={text.text} findings={bare} />
  );
}
