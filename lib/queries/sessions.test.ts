import { expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange, contextOf } from '#test/arrange';
import { addMember, addSession } from '#test/rows';
import { readOwnSessions } from './sessions';

test('a member sees the own living sessions and no others', async () => {
  const { workspace } = await arrange();
  const [mara, devi] = [await addMember(db, workspace.id), await addMember(db, workspace.id)];
  await addSession(db, mara.accountId);
  await addSession(db, mara.accountId, { revokedAt: new Date() });
  await addSession(db, mara.accountId, { expiresAt: new Date(Date.now() - 1000) });
  await addSession(db, devi.accountId);

  expect(await readOwnSessions(contextOf(workspace.id, mara))).toHaveLength(1);
});
