import { addSession } from '#test/rows';
import { expect, sessionCookie, test } from './fixtures';
import { problemOf } from './problem';
import { holdsStackTrace } from './stack-trace';

test.describe('bodies', () => {
  const send = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') => ({ body, type });
  const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
  const cases = [
    ['text that is no JSON', send('{"surfaces":'), 400, 'invalid_json'],
    ['a list', send('[]'), 400, 'invalid_json'],
    ['deep nesting', send(deep), 400, 'invalid_json'],
    [
      'bytes that are no UTF-8',
      send(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])),
      400,
      'invalid_json',
    ],
    ['a form', send('surfaces=both', 'application/x-www-form-urlencoded'), 415, 'unsupported_media_type'],
    ['20 MB', send(new Uint8Array(20 * 1024 * 1024).fill(0x20)), 413, 'too_large'],
  ] as const;

  for (const [name, { body, type }, status, code] of cases) {
    test(`${name} is ${status}`, async ({ api, workspace, baseURL }) => {
      const response = await fetch(`${baseURL}/api/v1/workspaces/${workspace.slug}/decision`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${api.token}`, 'content-type': type },
        body,
      });

      expect({ status: response.status, code: (await response.json()).code }).toEqual({ status, code });
    });
  }

  test('20 MB without an announced length are refused, and the server stays well', async ({
    api,
    workspace,
    baseURL,
    request,
  }) => {
    const piece = new Uint8Array(64 * 1024).fill(0x20);
    let left = 320;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
    });
    const options: RequestInit & { duplex: 'half' } = {
      method: 'PUT',
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
      body,
      duplex: 'half',
    };

    // The server may close the connection before all of it was sent; either way it is refused.
    const status = await fetch(`${baseURL}/api/v1/workspaces/${workspace.slug}/decision`, options).then(
      (response) => response.status,
      () => 413,
    );

    expect(status).toBe(413);
    expect((await request.get('/api/health')).status()).toBe(200);
  });

  test('no answer to a broken request holds a stack trace', async ({ api }) => {
    const text = await (await api.put('/decision', { surfaces: { $ne: null }, version: 1e400 })).text();

    expect(holdsStackTrace(text)).toBe(false);
  });
});

test.describe('writes by cookie', () => {
  test('are taken from our own pages and refused from anywhere else', async ({
    db,
    request,
    workspace,
    baseURL,
  }) => {
    const { accountId } = workspace.owner;
    const cookie = `slipway.session=${await sessionCookie(accountId, await addSession(db, accountId))}`;
    const put = (headers: Record<string, string>, version = 0) =>
      request.put(`/api/v1/workspaces/${workspace.slug}/decision`, {
        headers: { cookie, ...headers },
        data: { surfaces: 'local', version },
      });

    const foreign = [
      await put({ origin: 'https://evil.example' }),
      await put({ origin: 'null' }),
      await put({ 'sec-fetch-site': 'cross-site' }),
      await put({ 'sec-fetch-site': 'same-site' }),
    ];
    for (const response of foreign) await problemOf(response, 403, 'wrong_origin');
    expect(await db.rolloutDecision.count({ where: { workspaceId: workspace.id } })).toBe(0);

    expect((await put({ origin: baseURL ?? '' })).status()).toBe(200);
    expect((await put({ 'sec-fetch-site': 'same-origin' }, 1)).status()).toBe(200);
  });
});
