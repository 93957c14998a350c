import { describe, expect, test } from 'vitest';
import { appRoles } from '#lib/domain/authorization/can';
import { Forbidden, InvalidInput } from '#lib/domain/errors';
import { arrange, visitor } from '#test/arrange';
import { listActivity } from './activity';
import { readConfiguration } from './configuration';
import { readOwners } from './owners';
import { describeRollout, readRollout } from './rollout';
import { readOwnSessions } from './sessions';
import { readSettings } from './settings';

const queries = {
  listActivity,
  readConfiguration,
  readOwners,
  describeRollout,
  readRollout,
  readOwnSessions,
  readSettings,
};

describe('a query', () => {
  test.each(Object.entries(queries))('%s is for every app role and for nobody else', async (_, query) => {
    const { ctx, as } = await arrange();

    for (const appRole of appRoles) expect(await query(await as(appRole))).not.toBeNull();
    await expect(query(visitor(ctx.workspaceId))).rejects.toBeInstanceOf(Forbidden);
  });

  test('asks for the right before it looks at the parameters', async () => {
    await expect(readSettings(visitor(), { color: 'red' })).rejects.toBeInstanceOf(Forbidden);
  });

  test('refuses a parameter nobody knows', async () => {
    const { ctx } = await arrange();

    const thrown = await readSettings(ctx, { color: 'red' }).catch((error: unknown) => error);

    expect(thrown).toBeInstanceOf(InvalidInput);
    expect(thrown).toMatchObject({ fields: { color: ['This field is not known.'] } });
  });
});
