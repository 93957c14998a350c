import { presets } from '#lib/domain/config/presets';
import { addMember, addSession, addToken, addWorkspace } from '#test/rows';
import { expect, sessionCookie, test } from './fixtures';
import { problemOf } from './problem';

test.describe('refusals', () => {
  test('an If-Match that names no version, or another than the body, is refused', async ({ api }) => {
    for (const match of ['*', 'nonsense', '"1"']) {
      const answer = await api.put('/decision', { surfaces: 'local', version: 0 }, { 'if-match': match });
      expect(answer.status(), match).toBe(400);
    }
    expect((await api.put('/decision', { surfaces: 'local', version: 0 })).status()).toBe(200);
  });

  test('fields called like what every object has are fields nobody asked for', async ({ api }) => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      const sent: unknown = JSON.parse(`{ "surfaces": "both", "version": 0, "${name}": 1 }`);
      expect((await api.put('/decision', sent)).status(), name).toBe(400);
    }
    expect((await api.get('/rollout?constructor=1')).status()).toBe(400);
  });

  test('a stale version is 409 with the object as it is, and 412 for If-Match', async ({ api }) => {
    await api.put('/decision', { surfaces: 'local', version: 0 });
    const current = { surfaces: 'local', version: 1 };

    const stale = await problemOf(
      await api.put('/decision', { surfaces: 'both', version: 0 }),
      409,
      'conflict',
    );
    expect(stale.current).toEqual(current);
    const unmatched = await api.put('/decision', { surfaces: 'both' }, { 'if-match': '"0"' });
    expect((await problemOf(unmatched, 412, 'version_mismatch')).current).toEqual(current);
    expect((await api.put('/decision', { surfaces: 'both' }, { 'if-match': '"1"' })).status()).toBe(200);
  });

  test('every kind of object says how it stands when the version has moved on', async ({ api }) => {
    const writes = [
      ['/owners/it', { name: 'Devi Rao', email: null }, { name: 'Sam Okoro', email: null }],
      ['/settings/codex.local', { wanted: true }, { wanted: false }],
      ['/configuration', { preset: 'strict' }, { preset: 'flexible' }],
    ] as const;
    for (const [path, first, second] of writes) {
      await api.put(path, { ...first, version: 0 });
      const stale = await problemOf(await api.put(path, { ...second, version: 0 }), 409, 'conflict');
      expect(stale.current).toMatchObject({ ...first, version: 1 });
    }
  });

  test('a toggle whose prerequisite is not wanted is 422 with what is missing', async ({
    api,
    db,
    workspace,
  }) => {
    const response = await api.put('/settings/codex.cloud', { wanted: true, version: 0 });

    const problem = await problemOf(response, 422, 'prerequisite_missing');
    expect(problem.missing).toEqual(['codex.github_connector']);
    expect(await db.workspaceSetting.count({ where: { workspaceId: workspace.id } })).toBe(0);
  });

  test('decisions that cannot stand together are 422', async ({ api }) => {
    const approval = ['on-request', 'never'];

    const response = await api.put('/configuration', { ...presets.standard, approval, version: 0 });

    await problemOf(response, 422, 'never_without_full_access');
  });

  test('a missing or wrong field is 400 with the field', async ({ api }) => {
    const wrong = [
      [await api.put('/decision', { surfaces: 'all', version: 0 }), ['surfaces']],
      [await api.put('/decision', { surfaces: 'local' }), ['version']],
      [await api.put('/decision', {}), ['surfaces', 'version']],
      [await api.put('/owners/it', { name: 'Devi', email: 'devi', version: 0 }), ['email']],
      [await api.put('/owners/it', { name: 'De\u0000vi', email: null, version: 0 }), ['name']],
      [await api.put('/settings/codex.local', { wanted: 'yes', version: 0 }), ['wanted']],
      [await api.put('/settings/codex.local', { wanted: true, version: -1 }), ['version']],
      [await api.put('/settings/codex.local', { wanted: true, version: 0, color: 'red' }), ['color']],
      [await api.post('/settings/codex.local/confirmation', { state: 'maybe' }), ['state']],
      [await api.put('/configuration', { preset: 'loose', version: 0 }), ['preset']],
      [await api.get('/activity?cursor=abc'), ['cursor']],
      [await api.get('/settings?color=red'), ['color']],
    ] as const;
    for (const [response, fields] of wrong) {
      const problem = await problemOf(response, 400, 'invalid_input');
      expect(Object.keys(problem.fields).sort()).toEqual([...fields].sort());
    }
  });

  test('a path that names nothing is 404, wherever the unknown part stands', async ({ api, request }) => {
    const owner = { name: 'Devi', email: null, version: 0 };
    const unknown = [
      await api.put('/owners/finance', owner),
      await api.put('/settings/codex.everything', { wanted: true, version: 0 }),
      await api.post('/settings/codex.everything/confirmation', { state: 'on' }),
      await api.get('/configuration/files/auth.json'),
      await api.get('/configuration/files/..%2f..%2fpackage.json'),
      await api.get('/nothing'),
      await request.get('/api/v2/nothing'),
    ];
    for (const response of unknown) await problemOf(response, 404, 'not_found');
  });

  test('a file is 404 until decisions were made', async ({ api }) => {
    await problemOf(await api.get('/configuration/files/requirements.toml'), 404, 'not_found');
  });

  test('another workspace answers like one that does not exist', async ({ api, db, request, workspace }) => {
    const other = await addWorkspace(db);
    const headers = { authorization: `Bearer ${api.token}` };
    const read = (slug: string) => request.get(`/api/v1/workspaces/${slug}/rollout`, { headers });
    const write = (slug: string) =>
      request.put(`/api/v1/workspaces/${slug}/decision`, { headers, data: { surfaces: 'both', version: 0 } });

    const [theirs, unknown] = [
      await problemOf(await read(other.slug), 404, 'not_found'),
      await problemOf(await read('no-such-workspace'), 404, 'not_found'),
    ];
    expect({ ...theirs, requestId: '' }).toEqual({ ...unknown, requestId: '' });
    await problemOf(await write(other.slug), 404, 'not_found');
    await problemOf(await read(workspace.id), 404, 'not_found');
    expect(await db.rolloutDecision.count({ where: { workspaceId: other.id } })).toBe(0);
  });

  test('without a living token or session it is 401', async ({ db, request, workspace }) => {
    const { id, accountId } = workspace.owner;
    const workspaceId = workspace.id;
    const past = new Date(Date.now() - 1000);
    const get = (headers: Record<string, string>) =>
      request.get(`/api/v1/workspaces/${workspace.slug}/rollout`, { headers });
    const bearer = (token: string) => get({ authorization: `Bearer ${token}` });
    const cookie = async (secret: string) =>
      get({ cookie: `slipway.session=${await sessionCookie(accountId, secret)}` });

    const strangers = [
      await get({}),
      await bearer('made-up'),
      await bearer(await addToken(db, { id, workspaceId }, { revokedAt: past })),
      await bearer(await addToken(db, { id, workspaceId }, { expiresAt: past })),
      await get({ cookie: 'slipway.session=made-up' }),
      await cookie(await addSession(db, accountId, { revokedAt: past })),
      await cookie(await addSession(db, accountId, { expiresAt: past })),
      await get({ authorization: 'Basic bWFyYTpzZWNyZXQ=' }),
    ];
    for (const response of strangers) {
      await problemOf(response, 401, 'unauthenticated');
      expect(response.headers()['www-authenticate']).toContain('Bearer');
    }
  });

  test('a membership that has ended is 404 for its session', async ({ db, request, workspace }) => {
    const { accountId } = await addMember(db, workspace.id, { appRole: 'auditor', endsAt: new Date(0) });
    const value = await sessionCookie(accountId, await addSession(db, accountId));

    const response = await request.get(`/api/v1/workspaces/${workspace.slug}/rollout`, {
      headers: { cookie: `slipway.session=${value}` },
    });

    await problemOf(response, 404, 'not_found');
  });

  for (const appRole of ['it_owner', 'governance_owner', 'contributor', 'auditor'] as const) {
    test(`${appRole} is refused what the app role may not do, and nothing is stored`, async ({
      apiAs,
      db,
      workspace,
    }) => {
      const api = await apiAs(appRole);
      const isIt = appRole === 'it_owner';
      const refused = [
        api.put('/decision', { surfaces: 'both', version: 0 }),
        api.put('/owners/it', { name: 'Devi', email: null, version: 0 }),
        api.put('/settings/codex.local', { wanted: true, version: 0 }),
        ...(isIt
          ? []
          : [
              api.post('/settings/codex.local/confirmation', { state: 'on' }),
              api.put('/configuration', { preset: 'strict', version: 0 }),
            ]),
      ];

      for (const response of await Promise.all(refused)) await problemOf(response, 403, 'forbidden');

      expect((await api.get('/rollout')).status()).toBe(200);
      expect(await db.auditEvent.count({ where: { workspaceId: workspace.id } })).toBe(0);
    });
  }
});
