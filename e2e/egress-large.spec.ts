import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const path = (slug: string) => `/${slug}/rollout/cloud`;
const box = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('of a long difference the first blocks are drawn and the others told by their number', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  const addresses = Array.from({ length: 30 }, (_, index) => `2a01:${index.toString(16)}::/128`);
  await api.post('/egress/published', { prefixes: [{ ipv6Prefix: '2a01::/16' }] });
  await api.put('/egress/allow-list', { cidrs: addresses, version: 0 });
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug));

  const { missing } = await (await api.get('/egress/drift')).json();
  expect(missing.length).toBeGreaterThan(2_000);
  const rows = box(page, 'Egress IP ranges checked and allowed')
    .getByRole('table', { name: 'Missing' })
    .getByRole('rowheader');
  await expect(rows).toHaveText(missing.slice(0, 50));
  const others = (missing.length - 50).toLocaleString('en');
  await expect(box(page, 'Egress IP ranges checked and allowed')).toContainText(
    `And ${others} more, all in the difference as JSON.`,
  );
  await expect(
    box(page, 'Egress IP ranges checked and allowed').getByRole('button', { name: 'Copy missing' }),
  ).toHaveCount(0);
  await expect(
    box(page, 'Egress IP ranges checked and allowed').getByRole('link', { name: 'the difference as JSON' }),
  ).toHaveAttribute('href', /\/egress\/drift$/);
});

test('a list that is too large is told at its field before it is sent, and what was typed stays', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug));
  const list = box(page, 'Allow list');
  const text = list.getByLabel('Allow list', { exact: true });
  const save = list.getByRole('button', { name: 'Save the allow list' });
  const choose = (lines: number) =>
    list.getByLabel('Or a file').setInputFiles({
      name: 'list.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('20.1.2.0/24\n'.repeat(lines)),
    });
  await text.fill('20.9.0.0/24');

  await choose(100_000);
  await expect(list.getByLabel('Or a file')).toHaveAccessibleDescription(
    'It is larger than 1 MB. Choose another file.',
  );
  await expect(text).toHaveValue('20.9.0.0/24');
  await choose(100);
  await save.click();
  await expect(list).toContainText('1 range');
  const where = { workspaceId: workspace.id };
  expect(await db.egressAllowList.findFirst({ where })).toMatchObject({ cidrs: ['20.1.2.0/24'] });

  // Typing so much takes a browser minutes.
  await text.evaluate((area: HTMLTextAreaElement) => {
    area.value = '20.9.0.0/24\n'.repeat(80_000);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(text).toHaveJSProperty('validationMessage', 'It is larger than 1 MB.');
});
