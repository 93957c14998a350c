import { Box } from '#components/ui/box';
import { can } from '#lib/domain/authorization/can';
import { requireContext } from '#lib/shell/context';
import { receiveReceiptsAction } from './actions';
import { ReceiptsForm } from './receipts-form';

/** Receipts by hand: pasted, or as a file with one on each line. */
export async function ReceiptsBox({ slug, isReleased }: { slug: string; isReleased: boolean }) {
  const { actor } = await requireContext(slug);
  if (!isReleased) return null;
  return (
    <Box title="Bring receipts">
      {can(actor, 'receipt.write') ? (
        <ReceiptsForm action={receiveReceiptsAction.bind(null, slug)} />
      ) : (
        <p className="meta">The workspace owner and the IT management owner bring receipts.</p>
      )}
    </Box>
  );
}
