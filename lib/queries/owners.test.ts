import { nobodyYet } from '#lib/domain/owners/owner';
import { expect, test } from 'vitest';
import { setOwner } from '#lib/commands/owners/set-owner';
import { arrange } from '#test/arrange';
import { readOwners } from './owners';

test('the three duties stand in the guide’s order, with nobody until somebody is named', async () => {
  const { ctx } = await arrange();
  await setOwner(ctx, { duty: 'governance', name: 'Sam Okoro', email: null, version: 0 });

  expect(await readOwners(ctx)).toEqual({
    owners: [
      nobodyYet('workspace'),
      nobodyYet('it'),
      { ...nobodyYet('governance'), name: 'Sam Okoro', version: 1 },
    ],
  });
});
