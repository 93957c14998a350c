import { Box } from '#components/ui/box';
import { can } from '#lib/domain/authorization/can';
import { readClients } from '#lib/queries/clients';
import { requireContext } from '#lib/shell/context';
import { setFleetAction } from './actions';
import { FleetForm } from './fleet-form';

/** Which clients the fleet runs: findings and certificates go by its oldest and its newest. */
export async function FleetBox({ slug }: { slug: string }) {
  const ctx = await requireContext(slug);
  const known = await readClients(ctx);
  if (!known) return null;
  const { fleet, newestKnown } = known;
  return (
    <Box
      title="Clients of the fleet"
      id="fleet"
      footer={<span className="meta">{`The newest client that Slipway knows is ${newestKnown}.`}</span>}
    >
      {can(ctx.actor, 'client.write') ? (
        <FleetForm action={setFleetAction.bind(null, slug)} fleet={fleet} />
      ) : (
        <p>{`From ${fleet.oldest} to ${fleet.newest}. The IT management owner says which.`}</p>
      )}
    </Box>
  );
}
