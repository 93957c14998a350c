import { Box } from '#components/ui/box';
import { requireVisit } from '#lib/shell/context';
import { importConfigTextAction } from './actions';
import type { ConfigText } from './config-text';
import { fileAddress } from './file-address';
import { ImportForm } from './import-form';

type Props = { slug: string; text: ConfigText };

/** A file that exists already, taken as the draft's text. */
export async function ImportView({ slug, text: { name, file, version } }: Props) {
  const { ctx, membership } = await requireVisit(slug);
  const place = {
    ...{ file, now: ctx.now, zone: membership.workspace.timeZone },
    href: fileAddress(slug, name, { view: 'text' }),
  };
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
          place={place}
          takesProfile={name !== 'team'}
          closeHref={fileAddress(slug, name, { view: 'findings' })}
        />
      </div>
    </Box>
  );
}
