import { Box } from '#components/ui/box';
import { importConfigTextAction } from './actions';
import type { ConfigText } from './config-text';
import { fileAddress } from './file-address';
import { ImportForm } from './import-form';

type Props = { slug: string; text: ConfigText };

/** A file that exists already, taken as the draft's text. */
export function ImportView({ slug, text: { name, file, version } }: Props) {
  return (
    <Box title={`Import ${file}`}>
      <div className="grid gap-4">
        <p>
          The file takes the place of the draft’s text, to the letter. Nothing of it is dropped: what no
          client knows is a finding, and what the form has no field for stays in the text. The earlier text
          can be put back.
        </p>
        <ImportForm
          action={importConfigTextAction.bind(null, slug)}
          name={name}
          version={version}
          takesProfile={name !== 'team'}
          closeHref={fileAddress(slug, name, { view: 'findings' })}
        />
      </div>
    </Box>
  );
}
