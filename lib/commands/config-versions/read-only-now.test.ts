import { expect, test } from 'vitest';
import { setConfigText } from '#lib/commands/config-texts/set-config-text';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { readVersion } from '#lib/queries/config-versions';
import { arrange } from '#test/arrange';
import { approveVersion } from './approve-version';
import { makeVersion } from './make-version';
import { releaseVersion } from './release-version';

test('read-only now is kept over the release, whatever stands half-written in the draft', async () => {
  const { ctx, as } = await arrange();
  const [it, governance] = [await as('it_owner'), await as('governance_owner')];
  await setConfiguration(ctx, { preset: 'standard', version: 0 });
  const first = await makeVersion(it, { from: 'draft', note: 'The first baseline.', version: 0 });
  const sha256 = first.ok ? first.value.sha256 : '';
  await approveVersion(governance, { number: 1, sha256, note: '' });
  await releaseVersion(it, { number: 1, withoutCertificate: 'No client is at hand.' });
  const text = 'allowed_sandbox_modes = [\n';
  expect(await setConfigText(ctx, { name: 'requirements', text, version: 1 })).toMatchObject({ ok: true });
  expect(await makeVersion(it, { from: 'draft', note: 'Half.', version: 1 })).toMatchObject({
    error: { code: 'errors_left' },
  });

  const made = await makeVersion(it, { from: 'read_only', note: 'Now.', version: 1 });

  expect(made).toMatchObject({ ok: true, value: { number: 2, origin: 'read_only' } });
  const [released, version] = [await readVersion(ctx, { number: 1 }), await readVersion(ctx, { number: 2 })];
  expect(version?.files[0]?.text).toContain('allowed_sandbox_modes = ["read-only"]');
  expect(version?.files[1]?.text).toContain('[otel]');
  expect(version?.files.slice(3)).toEqual(released?.files.slice(3));
  expect(version?.authors).toEqual([{ id: it.actor.id, name: it.actor.name }]);
});

test('whoever wrote a release that nobody else approved cannot approve what is written over it', async () => {
  const { ctx, as } = await arrange();
  await setConfiguration(ctx, { preset: 'standard', version: 0 });
  await makeVersion(ctx, { from: 'draft', note: 'Alone.', version: 0 });
  const released = await releaseVersion(ctx, {
    number: 1,
    withoutApproval: 'I am the only member.',
    withoutCertificate: 'No client is at hand.',
  });
  expect(released).toMatchObject({ ok: true });
  const it = await as('it_owner');

  const made = await makeVersion(it, { from: 'read_only', note: 'Now.', version: 1 });

  const sha256 = made.ok ? made.value.sha256 : '';
  expect(await approveVersion(ctx, { number: 2, sha256 })).toMatchObject({ error: { code: 'own_version' } });
});
