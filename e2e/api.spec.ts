import { randomUUID } from 'node:crypto';
import { settingKeys } from '#lib/catalog/settings';
import { presets } from '#lib/domain/config/presets';
import { nobodyYet } from '#lib/domain/owners/owner';
import { expect, test } from './fixtures';

test.describe('the rollout', () => {
  test('has the shape the contract says', async ({ api }) => {
    const response = await api.get('/rollout');

    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toBe('application/json; charset=utf-8');
    const rollout = await response.json();
    expect(Object.keys(rollout)).toEqual(['guide', 'decision', 'progress', 'steps']);
    expect(rollout).toMatchObject({
      guide: '2026-03',
      decision: { surfaces: null, version: 0 },
      progress: { done: 0, applicable: expect.any(Number) },
    });
    expect(rollout.steps).toHaveLength(7);
    for (const step of rollout.steps) {
      expect(Object.keys(step)).toEqual([
        'number',
        'slug',
        'title',
        'done',
        'applicable',
        'complete',
        'signOff',
        'tasks',
      ]);
      for (const task of step.tasks) {
        expect(Object.keys(task)).toEqual([
          'id',
          'title',
          'rows',
          'basis',
          'state',
          'reason',
          'owner',
          'version',
          'attestation',
          'evidence',
        ]);
        expect(['derived', 'attested']).toContain(task.basis);
        expect(['todo', 'in_progress', 'waiting', 'blocked', 'done', 'stale', 'not_applicable']).toContain(
          task.state,
        );
      }
    }
  });

  test('moves with what is written', async ({ api }) => {
    await api.put('/decision', { surfaces: 'local', version: 0 });
    await api.put('/settings/codex.local', { wanted: true, version: 0 });
    await api.post('/settings/codex.local/confirmation', { state: 'on' });

    const rollout = await (await api.get('/rollout')).json();

    expect(rollout.decision).toEqual({ surfaces: 'local', version: 1 });
    const tasks = rollout.steps.flatMap((step: { tasks: { rows: string[] }[] }) => step.tasks);
    expect(tasks.find((task: { rows: string[] }) => task.rows.includes('1.1'))).toMatchObject({
      state: 'done',
      version: 1,
    });
    expect(tasks.find((task: { rows: string[] }) => task.rows.includes('1.5'))).toMatchObject({
      state: 'not_applicable',
    });
  });
});

test.describe('writes', () => {
  test('the decision: 200 with version 1 the first time, one more each time after', async ({
    api,
    db,
    workspace,
  }) => {
    const first = await api.put('/decision', { surfaces: 'local', version: 0 });
    const second = await api.put('/decision', { surfaces: 'both', version: 1 });

    expect([first.status(), await first.json()]).toEqual([200, { surfaces: 'local', version: 1 }]);
    expect([second.status(), await second.json()]).toEqual([200, { surfaces: 'both', version: 2 }]);
    const row = await db.rolloutDecision.findUnique({ where: { workspaceId: workspace.id } });
    expect(row).toMatchObject({ surfaces: 'both', version: 2 });
  });

  test('an owner is named and read again', async ({ api }) => {
    const person = { name: 'Devi Rao', email: 'devi@acme.example' };

    const response = await api.put('/owners/it', { ...person, version: 0 });

    expect([response.status(), await response.json()]).toEqual([
      200,
      { ...nobodyYet('it'), ...person, version: 1 },
    ]);
    expect(await (await api.get('/owners')).json()).toEqual({
      owners: [
        nobodyYet('workspace'),
        { ...nobodyYet('it'), ...person, version: 1 },
        nobodyYet('governance'),
      ],
    });
  });

  test('a toggle is wanted, confirmed and read again', async ({ api }) => {
    const wanted = await api.put('/settings/codex.local', { wanted: true, version: 0 });
    expect(await wanted.json()).toMatchObject({
      key: 'codex.local',
      wanted: true,
      confirmed: null,
      version: 1,
    });

    const confirmed = await api.post('/settings/codex.local/confirmation', {
      state: 'on',
      note: 'Seen',
      link: 'https://acme.example/7',
    });

    expect(confirmed.status()).toBe(200);
    const { settings } = await (await api.get('/settings')).json();
    expect(settings.map(({ key }: { key: string }) => key)).toEqual([...settingKeys]);
    expect(settings[0]).toMatchObject({
      key: 'codex.local',
      wanted: true,
      confirmed: 'on',
      version: 1,
      confirmation: { note: 'Seen', link: 'https://acme.example/7' },
    });
  });

  test('a toggle may be confirmed with the state alone', async ({ api }) => {
    const response = await api.post('/settings/codex.administer/confirmation', { state: 'off' });

    expect(await response.json()).toMatchObject({
      confirmed: 'off',
      version: 0,
      confirmation: { note: null, link: null },
    });
  });

  test('a preset is taken, then changed by hand', async ({ api }) => {
    const taken = await api.put('/configuration', { preset: 'standard', version: 0 });
    expect(await taken.json()).toEqual({ preset: 'standard', ...presets.standard, byText: [], version: 1 });

    const changed = await api.put('/configuration', { ...presets.standard, webSearch: [], version: 1 });

    const byHand = { preset: null, ...presets.standard, webSearch: [], byText: [], version: 2 };
    expect(await changed.json()).toEqual(byHand);
    expect(await (await api.get('/configuration')).json()).toMatchObject({ webSearch: [], version: 2 });
  });

  test('a configuration nobody chose yet has version 0', async ({ api }) => {
    expect(await (await api.get('/configuration')).json()).toMatchObject({ preset: null, version: 0 });
  });
});

test.describe('files', () => {
  for (const name of ['requirements.toml', 'managed_config.toml', 'config.toml']) {
    test(`${name} comes with its exact name, type and ETag, and the same bytes again`, async ({ api }) => {
      await api.put('/configuration', { preset: 'strict', version: 0 });

      const response = await api.get(`/configuration/files/${name}`);

      expect(response.status()).toBe(200);
      expect(response.headers()).toMatchObject({
        'content-type': 'application/toml; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'x-content-type-options': 'nosniff',
        etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      });
      expect(await (await api.get(`/configuration/files/${name}`)).body()).toEqual(await response.body());
      const known = await api.get(`/configuration/files/${name}`, {
        'if-none-match': response.headers().etag ?? '',
      });
      expect([known.status(), (await known.body()).length]).toEqual([304, 0]);
    });
  }

  test('managed_config.toml never holds what would loosen the requirements', async ({ api }) => {
    let version = 0;
    for (const preset of ['strict', 'standard', 'flexible']) {
      await api.put('/configuration', { preset, version: version++ });
      const text = await (await api.get('/configuration/files/managed_config.toml')).text();
      expect(text).not.toMatch(/^\s*(approval_policy|sandbox_mode|approvals_reviewer)\b/m);
    }
  });
});

test('activity comes newest first and page by page, with every write once', async ({ api }) => {
  for (let version = 0; version < 3; version += 1) {
    await api.put('/decision', { surfaces: version % 2 ? 'both' : 'local', version });
  }

  const first = await (await api.get('/activity?limit=2')).json();
  const second = await (await api.get(`/activity?limit=2&cursor=${first.next}`)).json();

  const events = [...first.events, ...second.events];
  expect(events.map(({ sequence }: { sequence: number }) => sequence)).toEqual([3, 2, 1]);
  expect(second.next).toBeNull();
  expect(events.at(-1)).toMatchObject({
    action: 'decision.made',
    subject: 'decision:rollout',
    via: 'api',
    actor: { name: expect.any(String) },
    before: { surfaces: null, version: 0 },
    after: { surfaces: 'local', version: 1 },
  });
});

test('the audit event of a write carries the request id its answer had', async ({ api, db, workspace }) => {
  const response = await api.put(
    '/decision',
    { surfaces: 'both', version: 0 },
    { 'x-request-id': randomUUID() },
  );

  const [event] = await db.auditEvent.findMany({ where: { workspaceId: workspace.id } });
  expect(event?.requestId).toBe(response.headers()['x-request-id']);
});
