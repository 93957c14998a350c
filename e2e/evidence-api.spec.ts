import { maxEvidenceBytes } from '#lib/domain/attestations/evidence-refusals';
import { addSession } from '#test/rows';
import { expect, sessionCookie, test } from './fixtures';
import { problemOf } from './problem';

const path = '/tasks/configuration.deployment/evidence';
const bytes = (text: string) => Buffer.from(text);

test('10 MB pass whole, one byte more does not', async ({ api, db, workspace }) => {
  const ten = await api.post(`${path}?name=ten.txt`, Buffer.alloc(maxEvidenceBytes, 'a'));
  expect(ten.status()).toBe(200);
  expect(await ten.json()).toMatchObject({ size: maxEvidenceBytes, version: 1, type: 'text/plain' });
  expect(ten.headers()['x-frame-options']).toBe('DENY');

  const more = await api.post(`${path}?name=more.txt`, Buffer.alloc(maxEvidenceBytes + 1, 'a'));
  await problemOf(more, 413, 'too_large');
  expect(await db.evidenceFile.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test('names, hashes and kinds that do not fit are refused with their code, and nothing is stored', async ({
  api,
  db,
  workspace,
}) => {
  for (const name of ['', '../../x', 'a%00.txt', 'x'.repeat(201)]) {
    await problemOf(await api.post(`${path}?name=${name}`, bytes('a')), 400, 'invalid_input');
  }
  const wrong = { 'x-content-sha256': 'b'.repeat(64) };
  await problemOf(await api.post(`${path}?name=a.txt`, bytes('a'), wrong), 422, 'hash_mismatch');
  await problemOf(await api.post(`${path}?name=a.txt`, bytes('')), 422, 'empty_file');
  await problemOf(await api.post(`${path}?name=x.png`, bytes('MZ\0\0')), 422, 'unsupported_file_type');
  await problemOf(await api.post(`${path}?name=x.png`, bytes('text')), 422, 'name_does_not_fit');
  await problemOf(await api.post('/tasks/nothing/evidence?name=a.txt', bytes('a')), 404, 'not_found');
  expect(await db.evidenceFile.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test('a write by cookie from another site is refused, one from this site is not', async ({
  baseURL,
  db,
  playwright,
  workspace,
}) => {
  const cookie = await sessionCookie(
    workspace.owner.accountId,
    await addSession(db, workspace.owner.accountId),
  );
  const send = async (origin: string) => {
    const sender = await playwright.request.newContext({
      baseURL: baseURL ?? '',
      extraHTTPHeaders: { origin, cookie: `slipway.session=${cookie}` },
    });
    return sender.post(`/api/v1/workspaces/${workspace.slug}${path}?name=a.txt`, { data: bytes('a') });
  };

  await problemOf(await send('https://evil.example'), 403, 'wrong_origin');
  expect((await send(baseURL ?? '')).status()).toBe(200);
});

test('two files of one name at once become two versions, and both stay listed', async ({ api }) => {
  const sent = await Promise.all(['1', '2'].map((text) => api.post(`${path}?name=n.txt`, bytes(text))));
  const versions = await Promise.all(sent.map(async (one) => (await one.json()).version));

  expect(versions.sort()).toEqual([1, 2]);
  expect((await (await api.get(path)).json()).files).toHaveLength(2);
});

test('a file comes back as an attachment under its own name; damaged bytes do not come back', async ({
  api,
  db,
}) => {
  const name = encodeURIComponent('Grüße "1".txt');
  const { id, sha256 } = await (await api.post(`${path}?name=${name}`, bytes('proof'))).json();

  const download = await api.get(`${path}/${id}`);
  expect(await download.text()).toBe('proof');
  expect(download.headers()).toMatchObject({
    'content-disposition': `attachment; filename="Gr__e _1_.txt"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%221%22.txt`,
    'x-content-type-options': 'nosniff',
    'content-type': 'text/plain; charset=utf-8',
    etag: `"${sha256}"`,
  });
  expect((await api.get(`${path}/${id}`, { 'if-none-match': `"${sha256}"` })).status()).toBe(304);

  await db.evidenceFile.update({ where: { id }, data: { content: bytes('other') } });
  await problemOf(await api.get(`${path}/${id}`), 500, 'evidence_damaged');
});
