import { recordPublication } from '#lib/commands/egress/record-publication';
import { setAllowList } from '#lib/commands/egress/set-allow-list';
import { addEnvironment } from '#lib/commands/environments/add-environment';
import { removeEnvironment } from '#lib/commands/environments/remove-environment';
import { setIntegration } from '#lib/commands/integrations/set-integration';
import { addRepository } from '#lib/commands/repositories/add-repository';
import { importRepositories } from '#lib/commands/repositories/import-repositories';
import { removeRepository } from '#lib/commands/repositories/remove-repository';
import { db } from '#lib/data/db';
import { listEnvironments } from '#lib/data/environments';
import type { Facts } from '#lib/data/load-facts';
import { listRepositories } from '#lib/data/repositories';
import type { Context } from '#lib/domain/context';
import { integrationKeys, integrationStates } from '#lib/domain/integrations/integration';
import { codeReviewStates, connectorStates } from '#lib/domain/repositories/repository';
import type { Random } from './random';

type Move = (ctx: Context, facts: Facts, random: Random) => Promise<{ ok: boolean }>;

/** One random write of each kind of Step 4, mostly a valid one. */
export const cloudMoves: Readonly<Record<string, Move>> = {
  repository: (ctx, _, random) =>
    addRepository(ctx, {
      name: `Acme/${random.pick(['web', 'Api', 'b_1', 'a-1'])}`,
      connector: random.pick(connectorStates),
      codeReview: random.pick(codeReviewStates),
    }),
  repositoryImport: (ctx, _, random) => {
    const line = () => `acme/r${random.below(4)}-${random.below(1000)},allowed,${random.pick(['on', 'off'])}`;
    return importRepositories(ctx, {
      csv: `${line()}\nacme/web,${random.pick(['', 'allowed'])}`,
      dryRun: false,
    });
  },
  repositoryRemoved: async (ctx, _, random) => {
    const search = { workspaceId: ctx.workspaceId, filter: 'all', find: '', after: null, limit: 50 } as const;
    const found = await listRepositories(db, search);
    if (found.length === 0) return { ok: false };
    const { id, version } = random.pick(found);
    return removeRepository(ctx, { id, version });
  },
  environment: (ctx, _, random) =>
    addEnvironment(ctx, {
      name: random.pick(['Web', 'api', 'zoo', 'Build']),
      repository: random.pick(['acme/web', 'acme/api']),
      visibility: random.pick(['private', 'workspace']),
      collaborators: random.pick([[], ['a@acme.example', 'b@acme.example']]),
      owner: 'Devi',
    }),
  environmentRemoved: async (ctx, _, random) => {
    const found = await listEnvironments(db, { workspaceId: ctx.workspaceId });
    if (found.length === 0) return { ok: false };
    const { id, version } = random.pick(found);
    return removeEnvironment(ctx, { id, version });
  },
  integration: (ctx, { integrations }, random) => {
    const key = random.pick(integrationKeys);
    return setIntegration(ctx, {
      key,
      state: random.pick(integrationStates),
      owner: 'Devi',
      note: random.pick(['Why', 'Because']),
      version: integrations.get(key)?.version ?? 0,
    });
  },
  allowList: (ctx, { egress: { allowList } }, random) =>
    setAllowList(ctx, {
      cidrs: random.pick([['20.1.2.0/24'], ['20.1.2.0/25', '20.1.2.128/25'], ['2a01:111::/32']]),
      version: allowList.version,
    }),
  publication: (ctx, _, random) =>
    recordPublication(ctx, {
      text: JSON.stringify({
        prefixes: random.pick([[{ ipv4Prefix: '20.1.2.0/24' }], [{ ipv6Prefix: '2a01:111::/32' }]]),
      }),
    }),
};
