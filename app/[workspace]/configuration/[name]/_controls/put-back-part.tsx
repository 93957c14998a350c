import { putBackConfigTextAction } from './actions';
import type { ConfigText } from './config-text';
import { PutBackForm } from './put-back-form';

/** The way back to the text before the last write, where there is one. */
export function PutBackPart({
  slug,
  text: { name, version, hasBefore },
}: {
  slug: string;
  text: ConfigText;
}) {
  if (!hasBefore) return null;
  return <PutBackForm action={putBackConfigTextAction.bind(null, slug)} name={name} version={version} />;
}
