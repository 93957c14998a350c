import 'server-only';
import { recordPublication } from '#lib/commands/egress/record-publication';
import { setAllowList } from '#lib/commands/egress/set-allow-list';
import { addEnvironment } from '#lib/commands/environments/add-environment';
import { setIntegration } from '#lib/commands/integrations/set-integration';
import { importRepositories } from '#lib/commands/repositories/import-repositories';
import type { Context } from '#lib/domain/context';
import { day, hour, moment, type Moment } from './moment';

const repositories = [
  'name,connector,code review',
  'acme/platform,allowed,automatic',
  'acme/billing,allowed,on',
  'acme/mobile-app,allowed,personal',
  'acme/data-pipelines,allowed,off',
  'acme/infrastructure,not_allowed,off',
].join('\n');

// Addresses the vendor does not own would be wrong in a real list; these are public ones of no use to anybody.
const published = ['23.98.142.176/28', '40.84.180.224/28', '52.230.152.0/24', '52.255.111.96/28'];

/** Step 4, begun: repositories, an environment, one integration, an allow list that lags behind. */
export const cloudStory: readonly Moment[] = [
  moment(10 * day, 'devi', importRepositories, { csv: repositories, dryRun: false }),
  moment(9 * day, 'devi', addEnvironment, {
    name: 'platform-default',
    repository: 'acme/platform',
    visibility: 'workspace',
    collaborators: ['devi.raman@acme.example'],
    owner: 'Devi Raman',
  }),
  moment(8 * day, 'devi', setIntegration, {
    key: 'slack',
    state: 'set_up',
    owner: 'Sam Whitlock',
    note: 'In #platform for now.',
    version: 0,
  }),
  moment(8 * day - 4, 'devi', setIntegration, {
    key: 'linear',
    state: 'left_out',
    note: 'We plan in GitHub.',
    version: 0,
  }),
  moment(6 * day, 'devi', setAllowList, { cidrs: published.slice(0, 3), version: 0 }),
  moment(5 * hour, 'devi', recordPublication, (ctx: Context) => ({
    text: JSON.stringify({
      creationTime: new Date(ctx.now.getTime() - 6 * 3_600_000).toISOString(),
      prefixes: published.map((ipv4Prefix) => ({ ipv4Prefix })),
    }),
  })),
];
