import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addExpectation, addGroup, addRole, setDefaults } from '#test/directory';
import { lines } from '#test/import-lines';
import { expect, test } from './fixtures';

const path = (slug: string, rest = '') => `/${slug}/access/import${rest}`;
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const choose = (page: Page, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).setInputFiles(csv(`${label.toLowerCase()}.csv`, text));
const row = (page: Page, name: string) =>
  page.getByRole('table', { name: /^What w/ }).getByRole('row', { name });

const people = (count: number, email = (at: number) => `p${at}@acme.example`) =>
  lines(
    'id,email,name,active',
    ...Array.from({ length: count }, (_, at) => `p${at},${email(at)},Person ${at},true`),
  );

test('an owner tries ten thousand people out, meets bad rows and the default, and has the rest applied', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  const { id: workspaceId, slug } = workspace;
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['codex.local'] });
  const pilots = await addGroup(db, workspaceId, { name: 'Pilots', roleIds: [role] });
  await signIn({ name: 'Aiko Mori' });
  await page.goto(path(slug));

  await choose(
    page,
    'People',
    people(10_000, (at) => (at % 4000 === 7 ? 'nobody' : `p${at}@acme.example`)),
  );
  await choose(page, 'Groups', lines('id,name', 'g1,Platform'));
  await choose(
    page,
    'Memberships',
    lines('group_id,person_id', ...Array.from({ length: 300 }, (_, at) => `${pilots},p${at + 100}`), 'g9,p1'),
  );
  await page.getByRole('button', { name: 'Try it out' }).click();

  await expect(row(page, 'People')).toContainText('9,997', { timeout: 30_000 });
  await expect(page.getByText('300 people would come with a custom role.')).toBeVisible();
  const bad = page.getByRole('region', { name: 'Bad rows' });
  await expect(bad.getByRole('row', { name: /people.csv 9 email/ })).toBeVisible();
  await expect(bad.getByRole('row', { name: /memberships.csv 302 group_id/ })).toBeVisible();
  await axe();
  expect(await db.person.count({ where: { workspaceId } })).toBe(0);

  await page.getByRole('button', { name: 'Apply the import' }).click();
  await expect(page.getByText(/4 rows cannot be taken/)).toBeVisible();
  await page.getByLabel('Leave the 4 bad rows out').check();
  await page.getByRole('button', { name: 'Apply the import' }).click();

  await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible({ timeout: 30_000 });
  expect(await db.person.count({ where: { workspaceId, isImported: true } })).toBe(9_997);
  expect(await db.groupMember.count({ where: { workspaceId } })).toBe(300);
  expect(await db.auditEvent.count({ where: { workspaceId, action: 'directory.imported' } })).toBe(1);

  await page.goto(path(slug));
  await expect(page.getByRole('table', { name: 'Imports' })).toContainText('Applied');
  await axe();
});

test('before it is applied, an import names who loses, gains and leaves the default, and what it breaks', async ({
  page,
  db,
  workspace,
  signIn,
  api,
  axe,
}) => {
  const { id: workspaceId, slug } = workspace;
  await setDefaults(db, workspaceId, ['codex.local', 'gpts.use']);
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['codex.local', 'codex.cloud'] });
  const pilots = await addGroup(db, workspaceId, { name: 'Pilots', roleIds: [role] });
  await addExpectation(db, workspaceId, { kind: 'nobody', permission: 'codex.cloud' });
  const sent = await api.post('/directory/imports', {
    people: Array.from({ length: 70 }, (_, at) => ({
      ...{ id: `p${at}`, email: `p${at}@acme.example` },
      name: `Person ${String(at).padStart(2, '0')}`,
    })),
    groups: [{ id: 'g1', name: 'Platform' }],
  });
  const { id: first } = await sent.json();
  const stateOf = async (id: string) => (await (await api.get(`/directory/imports/${id}`)).json()).state;
  await expect.poll(() => stateOf(first)).toBe('done');
  const { number: groupNumber } = await db.group.findFirstOrThrow({ where: { workspaceId, id: 'g1' } });
  const { number: personNumber } = await db.person.findFirstOrThrow({ where: { workspaceId, id: 'p1' } });
  await db.groupMember.create({ data: { workspaceId, groupNumber, personNumber } });

  await signIn({ name: 'Aiko Mori' });
  await page.goto(path(slug));
  await page.getByLabel('Replace what was imported').check();
  await choose(page, 'Groups', lines('id,name'));
  await choose(
    page,
    'Memberships',
    lines('group_id,person_id', ...Array.from({ length: 60 }, (_, at) => `${pilots},p${at}`)),
  );
  await page.getByRole('button', { name: 'Try it out' }).click();

  const figures = page.getByRole('region', { name: 'Whose access it would change' });
  await expect(figures).toContainText('Lose something60', { timeout: 30_000 });
  await expect(figures).toContainText('Leave the default60');
  await expect(figures).toContainText('Unchanged10');
  await expect(
    page.getByText('the group Platform is kept, because people or roles were added by hand'),
  ).toBeVisible();
  const broken = page.getByRole('region', { name: 'It would break an expectation' });
  await expect(broken).toContainText('Broken by Person 00, Person 01, Person 02 and 57 more.');
  const losses = page.getByRole('table', { name: 'Losses' });
  await expect(losses.getByRole('row', { name: /Person 00/ })).toContainText(
    'A custom role switches the workspace defaults off: Pilot through Pilots.',
  );
  await expect(page.getByText('1 to 50 of 60')).toBeVisible();
  await axe();
  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await expect(page.getByText('51 to 60 of 60')).toBeVisible();
  await expect(losses.getByRole('row', { name: /Person 59/ })).toBeVisible();
  await page.getByRole('link', { name: 'Gains 60' }).click();
  await expect(page.getByRole('table', { name: 'Gains' })).toContainText('Through Pilots, role Pilot.');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV of 60' }).click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(saved).toContain('gains,p0,Person 00,codex.cloud,');
  expect(saved.trimEnd().split('\n')).toHaveLength(61);

  const here = page.url().split('?')[0]?.split('/').at(-1) ?? '';
  const told = await (await api.get(`/directory/imports/${here}?lossesCursor=50`)).json();
  expect(told.whatIf).toMatchObject({
    losses: { count: 60, cursor: null },
    gains: { count: 60, cursor: '50' },
    leavesDefault: { count: 60 },
  });
  expect(told.whatIf.losses.people).toHaveLength(10);
  expect((await api.get(`/directory/imports/${here}?lossesCursor=nobody`)).status()).toBe(400);

  await page.getByRole('button', { name: 'Apply the import' }).click();
  await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Whose access it changed' })).toContainText(
    'Lose something60',
  );
  expect(await db.groupMember.count({ where: { workspaceId } })).toBe(61);
  await axe();
});

test('columns are chosen, and the number of removals is typed', async ({
  page,
  db,
  workspace,
  signIn,
  api,
}) => {
  const { id: workspaceId, slug } = workspace;
  const sent = await api.post('/directory/imports', {
    people: Array.from({ length: 20 }, (_, at) => ({
      id: `p${at}`,
      email: `p${at}@acme.example`,
      name: 'Person',
    })),
  });
  expect(sent.status()).toBe(202);
  const { id } = await sent.json();
  await expect
    .poll(async () => (await (await api.get(`/directory/imports/${id}`)).json()).state)
    .toBe('done');
  await signIn();
  await page.goto(path(slug));

  await page.getByLabel('Replace what was imported').check();
  await choose(page, 'People', lines('Key;Post;Called', 'p1;p1@acme.example;Person'));
  await page.getByRole('button', { name: 'Try it out' }).click();
  await expect(page.getByText('does not name id, email, name').first()).toBeVisible({ timeout: 20_000 });
  await page.getByLabel('id', { exact: true }).selectOption('Key');
  await page.getByLabel('email', { exact: true }).selectOption('Post');
  await page.getByLabel('name', { exact: true }).selectOption('Called');
  await page.getByRole('button', { name: 'Read the files again' }).click();

  const typed = page.getByLabel('Type 19, the number of rows that would be removed');
  await expect(typed).toBeVisible({ timeout: 20_000 });
  await typed.fill('20');
  await page.getByRole('button', { name: 'Apply the import' }).click();
  await expect(page.getByText(/Give the number 19/)).toBeVisible();
  await typed.fill('19');
  await page.getByRole('button', { name: 'Apply the import' }).click();

  await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible({ timeout: 20_000 });
  expect(await db.person.findMany({ where: { workspaceId } })).toMatchObject([{ id: 'p1', version: 1 }]);
});

test.describe('before any script has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('files are sent, a refused one is told, and an auditor sees the history alone', async ({
    page,
    context,
    workspace: { slug },
    signIn,
  }) => {
    await signIn();
    await page.goto(path(slug));
    await choose(page, 'People', `${people(2)}"never closed`);
    await page.getByRole('button', { name: 'Try it out' }).click();
    await expect(page.getByText(/cannot be read.*line 4/)).toBeVisible();

    await choose(page, 'People', people(2));
    await page.getByRole('button', { name: 'Try it out' }).click();
    await expect(page).toHaveURL(/\/access\/import\/[0-9a-f-]{36}$/);
    await expect.poll(() => page.reload().then(() => row(page, 'People').count())).toBe(1);

    await context.clearCookies();
    await signIn({ appRole: 'auditor' });
    await page.goto(path(slug));
    await expect(page.getByRole('table', { name: 'Imports' })).toContainText('Tried out');
    await expect(page.getByRole('button', { name: 'Try it out' })).toHaveCount(0);
  });
});

test('the door takes a form of files, tells how it stands, cancels, and refuses who may not', async ({
  api,
  apiAs,
  request,
  db,
  workspace: { id: workspaceId, slug },
}) => {
  const address = `/api/v1/workspaces/${slug}/directory/imports`;
  const headers = { authorization: `Bearer ${api.token}` };
  const form = {
    'people.csv': csv('people.csv', people(3)),
    'groups.csv': csv('groups.csv', 'id,name\ng1,=1+1\n'),
  };

  const sent = await request.post(`${address}?dryRun=false&mode=merge&skipRejected=false`, {
    headers,
    multipart: form,
  });
  expect(sent.status()).toBe(202);
  expect(sent.headers()['x-frame-options']).toBe('DENY');
  const { id, state } = await sent.json();
  expect(['queued', 'running', 'done']).toContain(state);
  await expect
    .poll(async () => (await api.get(`/directory/imports/${id}`)).json())
    .toMatchObject({
      ...{ id, state: 'done', rejected: [] },
      counts: { added: 4, changed: 0, removed: 0, unchanged: 0, rejected: 0 },
    });
  expect(await db.group.findFirst({ where: { workspaceId } })).toMatchObject({ name: '=1+1' });

  const refused = await request.post(address, {
    headers,
    multipart: { 'people.csv': csv('people.csv', 'PK\u0003\u0004') },
  });
  expect(refused.status()).toBe(422);
  expect(await refused.json()).toMatchObject({ code: 'file_refused', file: 'people.csv', line: 1 });
  expect((await request.post(`${address}?mode=other`, { headers, multipart: form })).status()).toBe(400);
  expect((await (await apiAs('auditor')).post('/directory/imports', {})).status()).toBe(403);
  const cancelled = await request.delete(`${address}/${id}`, { headers });
  expect(await cancelled.json()).toMatchObject({ code: 'import_ended' });
  expect((await request.get(`${address}/${crypto.randomUUID()}`, { headers })).status()).toBe(404);
  expect(await db.directoryImport.count({ where: { workspaceId } })).toBe(1);
});
