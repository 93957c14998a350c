import 'server-only';
import type { Context } from '#lib/domain/context';
import type { JobRun } from './job';

/** The context of a job's own work in a workspace; without one, of the whole installation's. */
export const systemJobContext = ({ id, now }: JobRun, workspaceId = ''): Context => ({
  workspaceId,
  actor: { id: 'system', accountId: null, name: 'Slipway', appRole: 'system' },
  now,
  requestId: `job-${id}`,
  via: 'job',
});
