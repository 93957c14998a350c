import { describe, expect, test } from 'vitest';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { readConfigText } from '#lib/queries/config-texts';
import { arrange, auditLog } from '#test/arrange';
import { acceptConfigFinding } from './accept-config-finding';
import { setConfigText } from './set-config-text';

const name = 'requirements';

/** A workspace with the standard preset, whose requirements.toml nobody has written as text yet. */
async function decided() {
  const scene = await arrange();
  await setConfiguration(scene.ctx, { preset: 'standard', version: 0 });
  const it = await scene.as('it_owner');
  const read = async () => {
    const found = await readConfigText(it, { name });
    if (!found) throw new Error('There is no text.');
    return found;
  };
  return { ...scene, it, read };
}

describe('acceptConfigFinding', () => {
  const accept = { name, reason: 'Reviewed with legal.', endsOn: '2099-12-31', version: 0 };
  test('takes a warning off the list until its last day, for as long as it says the same', async () => {
    const { it, ctx, as, read } = await decided();
    const governance = await as('governance_owner');
    const { text, version } = await read();
    const open = `${text}[otel]\nlog_user_prompt = true\n`;
    await setConfigText(it, { name, text: open, version });
    const warning = (await read()).findings.find(({ severity }) => severity === 'warning');
    expect(warning).toBeDefined();
    const one = { id: warning?.id ?? '', key: warning?.key ?? '' };

    expect(await acceptConfigFinding(it, { ...accept, ...one })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await acceptConfigFinding(governance, { ...accept, ...one, endsOn: null })).toMatchObject({
      error: { code: 'end_needed' },
    });
    expect(await acceptConfigFinding(governance, { ...accept, ...one })).toMatchObject({ ok: true });

    const after = await read();
    expect(after.findings.find(({ id }) => id === one.id)?.acceptance).toMatchObject({ state: 'standing' });
    expect(after.sums.find((sum) => sum.name === name)).toMatchObject({ errors: 0, warnings: 0 });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'acceptance.given' });
    expect(await acceptConfigFinding(governance, { ...accept, ...one })).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  test('takes no error, and nothing that is not found', async () => {
    const { it, as, read } = await decided();
    const governance = await as('governance_owner');
    const { version } = await read();
    await setConfigText(it, { name, text: 'allowed_sandbox_modes = ["workspace-write"]\n', version });
    const error = (await read()).findings.find(({ severity }) => severity === 'error');
    for (const { id, key } of [
      { id: error?.id ?? '', key: error?.key ?? '' },
      { id: 'none', key: '' },
    ]) {
      expect(await acceptConfigFinding(governance, { ...accept, id, key })).toMatchObject({
        error: { code: 'not_found' },
      });
    }
  });
});
