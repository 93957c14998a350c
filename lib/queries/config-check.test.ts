import { describe, expect, test } from 'vitest';
import { InvalidInput } from '#lib/domain/errors';
import { arrange } from '#test/arrange';
import { checkConfiguration } from './config-check';

const asked = { file: 'requirements.toml', oldestClient: '0.169.0', text: '' };

describe('the check of a configuration file', () => {
  test('gives the findings of a text, with a fix that a program can apply', async () => {
    const { ctx } = await arrange();
    const text = 'alowed_sandbox_modes = ["read-only"]\n';

    expect(await checkConfiguration(ctx, { ...asked, text })).toEqual({
      findings: [
        {
          id: 'unknown_key',
          severity: 'error',
          line: 1,
          column: 1,
          key: 'alowed_sandbox_modes',
          message: expect.stringContaining('allowed_sandbox_modes is one'),
          fix: {
            title: 'Rename it to allowed_sandbox_modes',
            edits: [{ from: 0, to: 20, text: 'allowed_sandbox_modes' }],
          },
        },
      ],
    });
  });

  test('takes an empty text', async () => {
    const { ctx } = await arrange();

    expect(await checkConfiguration(ctx, asked)).toEqual({ findings: [] });
  });

  test('knows a policy from the cloud from a file on the device', async () => {
    const { ctx } = await arrange();
    const text = 'allowed_login_methods = ["chatgpt"]\n';
    const idsBy = async (delivery: string) =>
      (await checkConfiguration(ctx, { ...asked, text, delivery }))?.findings.map(({ id }) => id);

    expect(await idsBy('device')).toEqual([]);
    expect(await idsBy('cloud')).toEqual(['local_only']);
  });

  test('gives what its own description promises', async () => {
    const { ctx } = await arrange();
    const given = await checkConfiguration(ctx, { ...asked, text: 'a = \n' });

    expect(checkConfiguration.output.parse(given)).toEqual(given);
  });

  test.each([
    ['a file it does not know', { file: 'auth.json' }, 'file'],
    ['no file', { file: undefined }, 'file'],
    ['a version that is none', { oldestClient: 'latest' }, 'oldestClient'],
    ['a version with more behind it', { oldestClient: '0.169.0-alpha.1' }, 'oldestClient'],
    ['a delivery it does not know', { delivery: 'mail' }, 'delivery'],
  ])('refuses %s', async (_, wrong, field) => {
    const { ctx } = await arrange();
    const refusal = await checkConfiguration(ctx, { ...asked, ...wrong }).catch((thrown: unknown) => thrown);

    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(Object.keys((refusal as InvalidInput).fields)).toEqual([field]);
  });
});
