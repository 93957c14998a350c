import { describe, expect, test } from 'vitest';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { setOwner } from '#lib/commands/owners/set-owner';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { setSetting } from '#lib/commands/settings/set-setting';
import { arrange } from '#test/arrange';
import { findConfiguration } from './configurations';
import { db } from './db';
import { listOwners } from './owners';
import { findDecision } from './rollout-decisions';
import { findStoredRollout } from './rollout-facts';
import { listSettings } from './settings';

async function eachByItself(workspaceId: string) {
  return {
    decision: await findDecision(db, { workspaceId }),
    owners: await listOwners(db, { workspaceId }),
    settings: await listSettings(db, { workspaceId }),
    configuration: await findConfiguration(db, { workspaceId }),
  };
}

describe('findStoredRollout', () => {
  test('of a new workspace nothing is decided, named, wanted or configured', async () => {
    const { workspace } = await arrange();

    const stored = await findStoredRollout(db, { workspaceId: workspace.id });

    expect(stored).toMatchObject(await eachByItself(workspace.id));
    expect(stored.settings.size).toBe(0);
    expect(stored.decision.version).toBe(0);
  });

  test('one statement gives what each noun gives by itself, and nothing of another workspace', async () => {
    const { workspace, ctx } = await arrange();
    const { ctx: stranger } = await arrange();
    await setSetting(stranger, { key: 'codex.administer', wanted: true, version: 0 });
    await setDecision(ctx, { surfaces: 'both', version: 0 });
    await setOwner(ctx, { duty: 'it', name: 'Devi Raman', email: null, version: 0 });
    await setSetting(ctx, { key: 'codex.local', wanted: true, version: 0 });
    await confirmSetting(ctx, { key: 'codex.local', state: 'off', note: 'first look' });
    await confirmSetting(ctx, { key: 'codex.local', state: 'on', note: 'second look' });
    await confirmSetting(ctx, { key: 'codex.cloud', state: 'off' });
    await setConfiguration(ctx, { preset: 'standard', version: 0 });

    const stored = await findStoredRollout(db, { workspaceId: workspace.id });

    expect(stored).toMatchObject(await eachByItself(workspace.id));
    expect(stored.settings.get('codex.local')?.confirmation?.note).toBe('second look');
    expect([...stored.settings.keys()].sort()).toEqual(['codex.cloud', 'codex.local']);
  });
});
