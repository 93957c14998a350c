import { Box } from '#components/ui/box';
import { Disclosure } from '#components/ui/disclosure';
import { EmptyState } from '#components/ui/empty-state';
import { Note } from '#components/ui/note';
import { Watch } from '#components/ui/watch';
import { can } from '#lib/domain/authorization/can';
import { fileRefusalWords } from '#lib/domain/certificates/certificate-words';
import { readClients } from '#lib/queries/clients';
import { requireVisit } from '#lib/shell/context';
import { whyNoIsolation } from '#lib/shell/isolation';
import { fetchClientAction } from './actions';
import { ClientRow } from './client-row';
import { FetchClientForm } from './fetch-client-form';
import { UploadClient } from './upload-client';

type Props = { slug: string; refused: string | null };

/** The Codex clients that can be asked what they make of the configuration; none is there until somebody gets it. */
export async function ClientsBox({ slug, refused }: Props) {
  const { ctx, membership } = await requireVisit(slug);
  const [known, why] = await Promise.all([readClients(ctx), whyNoIsolation()]);
  const { clients, newestKnown } = known ?? { clients: [], newestKnown: '' };
  const mayWrite = can(ctx.actor, 'client.write');
  const at = { now: ctx.now, zone: membership.workspace.timeZone };
  return (
    <Box title="Codex clients at hand" meta={clients.length} id="clients" flush>
      {clients.some(({ progress }) => progress) ? <Watch /> : null}
      {clients.length > 0 ? (
        <ul className="list">
          {clients.map((client) => (
            <ClientRow key={client.version} {...{ slug, client, at, mayWrite }} />
          ))}
        </ul>
      ) : (
        <div className="p-4">
          <EmptyState title="No client is at hand.">
            Without one, nothing is certified. A client is asked in isolation, without a network.
          </EmptyState>
        </div>
      )}
      <div className="box-body grid gap-4 border-t border-line">
        {why === null ? null : (
          <Note title="This server cannot keep a client apart.">
            <code>npm run certify</code>
            {` does it on any Linux machine; its certificate is added on a version’s page. ${why}`}
          </Note>
        )}
        {refused === null ? null : <Note tone="blocked" alert title={fileRefusalWords(refused)} />}
        {mayWrite && why === null ? (
          <>
            <FetchClientForm action={fetchClientAction.bind(null, slug)} newestKnown={newestKnown} />
            <Disclosure summary="Add one from its npm package…" open={refused !== null}>
              <UploadClient slug={slug} />
            </Disclosure>
          </>
        ) : null}
        {mayWrite ? null : <p className="meta">The IT management owner gets clients.</p>}
      </div>
    </Box>
  );
}
