import { expect, test } from './fixtures';

test.describe('POST /configuration/check', () => {
  test('gives the findings of any text, whoever may read', async ({ apiAs, baseURL, workspace }) => {
    const { token } = await apiAs('auditor');
    const check = async (
      body: string | Uint8Array<ArrayBuffer>,
      search = 'file=requirements.toml&oldestClient=0.169.0',
    ) => {
      const response = await fetch(
        `${baseURL}/api/v1/workspaces/${workspace.slug}/configuration/check?${search}`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/toml' },
          body,
        },
      );
      return { status: response.status, body: await response.json() };
    };
    const ids = (answer: { body: { findings: { id: string; line: number }[] } }) =>
      answer.body.findings.map(({ id, line }) => `${id} ${line}`);

    const misspelt = await check('# ours\nalowed_sandbox_modes = ["read-only"]\n');
    expect(misspelt.status).toBe(200);
    expect(ids(misspelt)).toEqual(['unknown_key 2']);
    expect(misspelt.body.findings[0].fix).toEqual({
      title: 'Rename it to allowed_sandbox_modes',
      edits: [{ from: 7, to: 27, text: 'allowed_sandbox_modes' }],
    });

    expect(await check('')).toEqual({ status: 200, body: { findings: [] } });
    expect(ids(await check('a = [\0'))).toEqual(['not_toml 1']);
    expect(ids(await check(Uint8Array.from([0x23, 0xff])))).toEqual(['lost_bytes 1']);
    expect(ids(await check('allow_appshots = false', 'file=requirements.toml&oldestClient=0.133.0'))).toEqual(
      ['key_too_new 1'],
    );
    expect((await check('a'.repeat(300 * 1024))).body.code).toBe('too_large');
  });

  for (const [what, search, field] of [
    ['a file that is none of the three', 'file=auth.json&oldestClient=0.169.0', 'file'],
    ['a version that is none', 'file=config.toml&oldestClient=newest', 'oldestClient'],
  ] as const) {
    test(`refuses ${what}`, async ({ api, baseURL, workspace }) => {
      const response = await fetch(
        `${baseURL}/api/v1/workspaces/${workspace.slug}/configuration/check?${search}`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${api.token}`, 'content-type': 'text/plain' },
          body: '',
        },
      );
      const body = await response.json();

      expect({ status: response.status, code: body.code }).toEqual({ status: 400, code: 'invalid_input' });
      expect(Object.keys(body.fields)).toEqual([field]);
    });
  }

  test('refuses a text that is sent as something else', async ({ api, baseURL, workspace }) => {
    const address = `${baseURL}/api/v1/workspaces/${workspace.slug}/configuration/check?file=config.toml&oldestClient=0.169.0`;
    const response = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
      body: '{}',
    });

    expect({ status: response.status, code: (await response.json()).code }).toEqual({
      status: 415,
      code: 'unsupported_media_type',
    });
  });
});
