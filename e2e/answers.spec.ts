import { expect, test } from './fixtures';

const nonceOf = (policy = '') => /'nonce-([^']+)'/.exec(policy)?.[1];

test('health names app, database and version, to anybody', async ({ request }) => {
  const response = await request.get('/api/health');

  expect([response.status(), await response.json()]).toEqual([
    200,
    { app: 'up', database: 'up', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
  ]);
});

test('the OpenAPI document is served', async ({ request }) => {
  const response = await request.get('/api/v1/openapi.json');

  expect(response.headers()['content-type']).toContain('application/json');
  expect(await response.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./) });
});

test('every answer carries the security headers, and each page a nonce of its own', async ({ request }) => {
  const answers = [
    await request.get('/sign-in'),
    await request.get('/sign-in'),
    await request.get('/api/health'),
    await request.get('/no-such-page/at-all'),
  ];

  for (const answer of answers) {
    expect(answer.headers()).toMatchObject({
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(answer.headers()['x-powered-by']).toBeUndefined();
  }
  const nonces = answers.map((answer) => nonceOf(answer.headers()['content-security-policy']));
  expect(new Set(nonces).size).toBe(nonces.length);
});

test('every script of a page carries the page’s nonce, and none is held back', async ({
  page,
  signIn,
  workspace,
}) => {
  const heldBack: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) heldBack.push(message.text());
  });
  await signIn();

  const response = await page.goto(`/${workspace.slug}`, { waitUntil: 'load' });

  const nonce = nonceOf(response?.headers()['content-security-policy']);
  const scripts = (await response?.text())?.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(heldBack).toEqual([]);
});
