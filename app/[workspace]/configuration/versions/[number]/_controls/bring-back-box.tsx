import { Box } from '#components/ui/box';
import { Disclosure } from '#components/ui/disclosure';
import { can } from '#lib/domain/authorization/can';
import { requireContext } from '#lib/shell/context';
import { bringBackAction } from './actions';
import { BringBackForm } from './bring-back-form';

/** Rolls back: an older version becomes the next one, and goes the same way. */
export async function BringBackBox(props: { slug: string; number: number; newest: number }) {
  const { slug, number, newest } = props;
  const { actor } = await requireContext(slug);
  if (!can(actor, 'configuration.write')) return null;
  return (
    <Box title="Roll back to it">
      <div className="grid gap-3">
        <p>{`Its files become version ${newest + 1}, which is approved and released like any other.`}</p>
        <Disclosure summary="Bring it back…">
          <BringBackForm action={bringBackAction.bind(null, slug)} number={number} newest={newest} />
        </Disclosure>
      </div>
    </Box>
  );
}
