import { Box } from '#components/ui/box';
import { can } from '#lib/domain/authorization/can';
import type { FleetSizeView } from '#lib/domain/receipts/fleet-size';
import { requireContext } from '#lib/shell/context';
import { setFleetSizeAction } from './actions';
import { FleetForm } from './fleet-form';

/** How many machines there are, so that those that have it can be told of something. */
export async function FleetBox({ slug, fleet }: { slug: string; fleet: FleetSizeView }) {
  const { actor } = await requireContext(slug);
  return (
    <Box title="How many there are">
      {can(actor, 'configuration.write') ? (
        <FleetForm action={setFleetSizeAction.bind(null, slug)} fleet={fleet} />
      ) : (
        <p className="meta">The workspace owner and the IT management owner say how many there are.</p>
      )}
    </Box>
  );
}
