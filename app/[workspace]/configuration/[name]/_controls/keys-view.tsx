import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import type { TextName } from '#lib/domain/config-text/text-view';
import { readConfigKeys } from '#lib/queries/config-keys';
import { requireContext } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { fileAddress } from './file-address';
import { OtherKeys } from './other-keys';
import { SetKeys } from './set-keys';

type Props = { slug: string; name: TextName; find: string; editable: boolean };

/** The keys that a file sets, and those of the catalogue that it could. */
export async function KeysView({ slug, name, find, editable }: Props) {
  const ctx = await requireContext(slug);
  const keys = await orNotFound(readConfigKeys(ctx, { name, find }));
  if (!keys.readable) {
    return (
      <Box title="Keys">
        <EmptyState
          title="The text is no TOML."
          action={
            <LinkButton variant="primary" href={fileAddress(slug, name, { view: 'text' })}>
              Mend the text
            </LinkButton>
          }
        >
          Its keys stand here as soon as it can be read.
        </EmptyState>
      </Box>
    );
  }
  return (
    <>
      <SetKeys {...{ slug, name, editable }} keys={keys.set} />
      <OtherKeys {...{ slug, name, find, editable }} keys={keys} />
    </>
  );
}
