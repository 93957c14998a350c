import 'server-only';
import { z } from 'zod';
import { newestClient } from '#lib/catalog/config-keys/client-spans';
import { findFleet, listClients } from '#lib/data/clients';
import { clientView, toClientView } from '#lib/domain/clients/client';
import { fleet } from '#lib/domain/clients/fleet';
import { compareVersions } from '#lib/domain/config-check/client-version';
import { defineQuery } from './define-query';

/** The clients at hand to be asked, the newest first, and which of them the fleet runs. */
export const readClients = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({
    clients: z.array(clientView),
    fleet,
    /** The newest client that Slipway knows. */
    newestKnown: z.string(),
  }),
  async run({ ctx: { workspaceId }, db }) {
    const clients = await listClients(db, { workspaceId });
    return {
      clients: clients.sort((a, b) => compareVersions(b.version, a.version)).map(toClientView),
      fleet: await findFleet(db, { workspaceId }),
      newestKnown: newestClient,
    };
  },
});
