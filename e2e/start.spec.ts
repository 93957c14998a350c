import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addCloudWish, addConfirmation, addWish } from './toggles';

const stepZero = (page: Page, slug: string) => page.goto(`/${slug}/rollout/owners-and-decision`);
const toggles = (page: Page, slug: string, query = '') => page.goto(`/${slug}/rollout/toggles${query}`);
const box = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const duty = (page: Page, label: string) =>
  box(page, 'Three owners named')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: label }) });

test('an owner is picked from the members, and who could stand in is written down', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn();
  await stepZero(page, workspace.slug);
  const row = duty(page, 'Workspace owner');
  const { name, email, id } = workspace.owner;

  await row.getByLabel('A member').selectOption(id);
  await row.getByRole('button', { name: 'Name this member' }).click();
  await expect(row.getByRole('status')).toHaveText(`Saved. ${name} holds this duty.`);

  await row.getByLabel('Who could stand in', { exact: true }).fill('Sam Okoro');
  await row.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row.getByRole('status')).toHaveText(`Saved. ${name} holds this duty.`);
  const where = { workspaceId: workspace.id, duty: 'workspace' };
  await expect
    .poll(() => db.owner.findFirst({ where }))
    .toMatchObject({ name, email, standInName: 'Sam Okoro', standInEmail: null, version: 2 });
});

test('an address of a stand-in without a name is refused beside its field', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn();
  await stepZero(page, workspace.slug);
  const row = duty(page, 'IT management owner');

  await row.getByLabel('Name', { exact: true }).fill('Devi Rao');
  await row.getByLabel('Address of who could stand in').fill('sam@acme.example');
  await row.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(row.getByLabel('Who could stand in', { exact: true })).toHaveAccessibleDescription(
    /Write the name of who could stand in/,
  );
  await expect(row.getByLabel('Name', { exact: true })).toHaveValue('Devi Rao');
  expect(await db.owner.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test('an answer that contradicts a rule is explained; mended, the authentication review is done', async ({
  page,
  db,
  api,
  workspace,
  signIn,
  axe,
}) => {
  await api.put('/decision', { surfaces: 'both', version: 0 });
  await signIn({ appRole: 'it_owner' });
  await stepZero(page, workspace.slug);
  const review = box(page, 'Authentication reviewed');

  await review.getByLabel('ChatGPT sign-in').check();
  await review.getByLabel('API key', { exact: false }).first().check();
  await review.getByLabel('E-mail and password').check();
  await review.getByLabel('Nobody', { exact: false }).check();
  await review.getByLabel('No restriction').check();
  await review.getByRole('button', { name: 'Save the review' }).click();

  await expect(review.getByText('Cannot stay so')).toBeVisible();
  await expect(review.getByText(/Codex cloud refuses people with e-mail and password/)).toBeVisible();
  await expect(review.getByText(/API keys are outside cloud-managed requirements/)).toBeVisible();
  await expect(review.getByText('In progress')).toBeVisible();
  await axe();

  await review.getByRole('radio', { name: /^ChatGPT/ }).check();
  await review.getByRole('button', { name: 'Save the review' }).click();

  await expect(review.getByText('Done')).toBeVisible();
  const stored = await db.authenticationReview.findUnique({ where: { workspaceId: workspace.id } });
  expect(stored).toMatchObject({
    answers: { local: ['chatgpt', 'api_key'], chatgpt: ['password'], mfa: 'chatgpt', restriction: 'none' },
    version: 2,
  });
});

test('an auditor reads the review, the posture and the policy, and can change none of them', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'auditor' });
  await stepZero(page, workspace.slug);
  const review = box(page, 'Authentication reviewed');
  await expect(review).toContainText('A workspace owner or an IT management owner answers.');
  await expect(review.getByRole('checkbox')).toHaveCount(0);

  await page.goto(`/${workspace.slug}/posture`);
  await expect(page.getByText('One of the three owners acknowledges it.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Acknowledge/ })).toHaveCount(0);

  await toggles(page, workspace.slug);
  const policy = box(page, 'Agent internet access');
  await expect(policy).toContainText('Nobody has written a policy yet.');
  await expect(policy.getByRole('textbox')).toHaveCount(0);
});

test('the posture is read, acknowledged and printed on one page', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await signIn();
  await page.goto(`/${workspace.slug}/posture`);
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Posture' }),
  ).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText(/AES-256 at rest and TLS 1\.2\+ in transit/)).toBeVisible();
  await axe();

  await page.getByRole('button', { name: 'Acknowledge the posture' }).click();
  await expect(box(page, 'Security and privacy').getByText('Acknowledged by')).toBeVisible();
  const words = await db.attestation.findMany({ where: { workspaceId: workspace.id } });
  expect(words).toMatchObject([{ taskId: 'posture.security', kind: 'given', restsOn: { guide: '2026-03' } }]);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Acknowledge the environments' })).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test('internet access is blocked until the governance owner accepts its risk, and again when the policy changes', async ({
  page,
  db,
  api,
  workspace,
  signIn,
  axe,
}) => {
  const state = () => page.getByRole('row', { name: /^Enable Codex agent to access the internet/ });
  await api.put('/owners/governance', { name: 'Priya Nair', email: null, version: 0 });
  await addCloudWish(db, workspace.id);
  await addConfirmation(db, workspace.id, { key: 'codex.cloud', state: 'on', restsOn: true });
  await addWish(db, workspace.id, { key: 'codex.internet_access', wanted: true });
  await addConfirmation(db, workspace.id, { key: 'codex.internet_access', state: 'on', restsOn: true });

  await signIn();
  await toggles(page, workspace.slug);
  await expect(state()).toContainText('by 1.8, Priya Nair');
  const policy = box(page, 'Agent internet access');
  await policy.getByLabel('Common dependencies').check();
  await policy.getByLabel('GET, HEAD and OPTIONS').check();
  await policy.getByLabel('Further domains').fill('https://pypi.org/simple');
  await policy.getByRole('button', { name: 'Save the policy' }).click();
  await expect(policy.getByLabel('Further domains')).toHaveAccessibleDescription(/is no host name/);
  await policy.getByLabel('Further domains').fill('PyPI.org\nregistry.npmjs.org');
  await policy.getByRole('button', { name: 'Save the policy' }).click();
  await expect(policy.getByRole('status').first()).toContainText('is saved');
  await expect(policy).toContainText('The governance owner accepts it: Priya Nair.');

  await signIn({ appRole: 'governance_owner', name: 'Priya Nair' });
  await toggles(page, workspace.slug);
  await axe();
  await policy.getByLabel('Why it is accepted').fill('Package managers alone, reading only.');
  await policy.getByRole('button', { name: 'Accept the risk' }).click();
  await expect(policy.getByText('The risk is accepted.').first()).toBeVisible();
  await expect(state()).toContainText('Done');

  await api.put('/internet-access', { preset: 'unrestricted', methods: 'all', version: 1 });
  await toggles(page, workspace.slug);
  await expect(state()).toContainText('Blocked');
  await expect(policy).toContainText('The policy for agent internet access has changed since.');
  expect(await db.acceptance.findMany({ where: { workspaceId: workspace.id } })).toMatchObject([
    { subject: 'internet_access.risk', kind: 'given', by: 'Priya Nair' },
  ]);
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('a pasted error leads to its toggle, its owner and the fix, by an address that can be shared', async ({
    page,
    workspace,
    signIn,
  }) => {
    await signIn({ appRole: 'contributor' });
    await toggles(page, workspace.slug);
    const errors = box(page, 'Somebody met an error');

    await errors
      .getByLabel('Paste an error text')
      .fill('ERROR 403 - unauthorized. Contact your\n ChatGPT administrator for access. (id 1)');
    await errors.getByRole('button', { name: 'Find the cause' }).click();

    await expect(page).toHaveURL(/error=ERROR/);
    await expect(errors.getByText(/Turn on Allow members to use Codex Local/)).toBeVisible();
    await expect(errors.getByText('Workspace owner: nobody yet')).toBeVisible();
    await expect(errors.getByRole('link', { name: 'Allow members to use Codex Local' })).toHaveAttribute(
      'href',
      /toggle=codex\.local/,
    );

    await toggles(page, workspace.slug, `?error=${encodeURIComponent('<b>no such error</b>')}`);
    await expect(errors.getByText('No known text fits.')).toBeVisible();
  });
});

test('autumn labels first: the newer label and address stand first, the guide’s beneath with its date', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(`/${workspace.slug}/settings`);
  await page.getByLabel('Autumn 2026 labels first').check();
  await box(page, 'Labels of the vendor').getByRole('button', { name: 'Save' }).click();
  await expect(box(page, 'Labels of the vendor').getByRole('status')).toContainText('is saved');
  const stored = await db.workspace.findUnique({ where: { id: workspace.id } });
  expect(stored).toMatchObject({ labels: '2026-09', labelsVersion: 1 });

  await toggles(page, workspace.slug, '?toggle=codex.cloud');
  const row = page.getByRole('row', { name: /^Use Codex in the cloud/ });
  await expect(row).toContainText('March 2026: “Allow members to use Codex cloud”');
  const side = page.getByRole('complementary', { name: 'Use Codex in the cloud' });
  await expect(side.getByText('Permissions & roles', { exact: true })).toBeVisible();
  await expect(side.getByRole('link', { name: /Open in ChatGPT/ })).toHaveAttribute(
    'href',
    'https://admin.openai.com',
  );
});
