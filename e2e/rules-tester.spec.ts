import type { Page } from '@playwright/test';
import { path } from './configuration';
import { expect, test } from './fixtures';

const rules = `prefix_rule(["git"], "allow")
prefix_rule(["git", "push"], "prompt", justification = "Look at what goes out.")
prefix_rule(["sudo"], "forbidden")
prefix_rule(["bash"], "prompt", justification = "Nobody looked inside.")`;

const tester = (page: Page) => page.getByRole('region', { name: 'Try a command' });
const answer = (page: Page) => page.getByRole('status', { name: 'What the rules decide' });

async function tryCommand(page: Page, command: string): Promise<void> {
  await tester(page).getByLabel('Command that Codex wants to run').fill(command);
  await tester(page).getByRole('button', { name: 'Try it' }).click();
  await expect(tester(page).getByLabel('Command that Codex wants to run')).toHaveValue(command);
}

test('an auditor sees what a command meets: the decision, the rule that won, and why', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/configuration/team-config', { rules, skills: [], version: 0 });
  await signIn({ appRole: 'auditor' });
  await page.goto(path(workspace.slug));
  await expect(answer(page)).toHaveCount(0);

  await tryCommand(page, '/usr/bin/git push origin "my branch"');
  await expect(page).toHaveURL(/\?command=.*#try-a-command$/);
  await expect(answer(page)).toContainText('Asks firstCodex asks before it runs this.');
  await expect(answer(page).getByRole('listitem')).toHaveText([
    /git push origin my branch.*Rule of line 2, .*which is \/usr\/bin\/git; 1 more rule matches\. Look at what goes out\..*Asks first/,
  ]);

  await tryCommand(page, 'git status && sudo make install');
  await expect(answer(page)).toContainText('ForbiddenCodex refuses this.');
  await expect(answer(page).getByRole('listitem')).toHaveText([
    /git status.*Allowed$/,
    /sudo make install.*Forbidden$/,
  ]);

  await tryCommand(page, 'sudo make > log');
  await expect(answer(page)).toContainText('The client does not split this line');
  await expect(answer(page).getByRole('listitem')).toHaveText([
    /bash -lc sudo make > log.*Nobody looked inside/,
  ]);

  await tryCommand(page, 'npm test');
  await expect(answer(page)).toContainText('No rule decides: the client’s own judgement applies.');
});

test('rules that a client refuses decide nothing, and those it would have to run are not simulated', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/configuration/team-config', { rules: `${rules}\nprefix_rule([])`, skills: [], version: 0 });
  await signIn();
  await page.goto(path(workspace.slug, '?command=git+push'));
  await expect(tester(page)).toContainText('Line 5: invalid pattern element: pattern cannot be empty');
  await expect(answer(page)).toHaveCount(0);

  await api.put('/configuration/team-config', { rules: `for x in []:\n  pass\n${rules}`, version: 1 });
  await page.reload();
  await expect(tester(page)).toContainText('Not simulated');
  await expect(tester(page)).toContainText('line 1, a loop');
  await expect(tester(page)).toContainText('codex execpolicy check --rules rules/default.rules -- git push');
});

test('daily friction and what rules do not catch stand beside the rules; axe finds nothing', async ({
  page,
  api,
  workspace,
  signIn,
  axe,
}) => {
  await api.put('/configuration/team-config', { rules, skills: [], version: 0 });
  await signIn();
  await page.goto(path(workspace.slug, '?command=git+push'));

  const friction = page.getByRole('region', { name: 'Daily friction' });
  await expect(friction).toContainText(
    'Of 357 everyday commands these rules allow 47, ask before 19 and forbid 4.',
  );
  await expect(friction).toContainText(/The last save changed what becomes of \d+ of them\./);
  await expect(friction.getByRole('listitem').first()).toHaveText(/^git status.*No rule → Allowed$/);
  await friction.getByText('By what the commands are about').click();
  const row = friction.getByRole('row', { name: /^Git: remote \(19\)/ });
  await expect(row.getByRole('cell')).toHaveText(['26%', '37%', '0%', '37%']);

  await page.getByText('What rules do not catch').first().click();
  const loops = page.getByRole('region', { name: 'Groups, loops and jobs in the background' });
  await expect(loops.getByText('for f in x; do touch $f; done')).toBeVisible();
  await expect(page.getByText(/Seen with codex-cli/)).toBeVisible();
  await axe();
});

test('the API decides a command by the rules that are sent, and compares rules', async ({ api }) => {
  const checked = await api.post('/configuration/rules/check', { rules, argv: ['git', 'push'] });
  expect(checked.status()).toBe(200);
  expect(await checked.json()).toEqual({
    decision: 'prompt',
    matched: [
      { matchedPrefix: ['git'], decision: 'allow', justification: null, line: 1 },
      {
        matchedPrefix: ['git', 'push'],
        decision: 'prompt',
        justification: 'Look at what goes out.',
        line: 2,
      },
    ],
    faults: [],
    notSimulated: [],
  });
  const broken = await api.post('/configuration/rules/check', { rules: 'prefix_rule(', argv: ['git'] });
  expect(await broken.json()).toMatchObject({
    decision: null,
    matched: [],
    faults: [{ line: 1, column: 12, message: 'Nothing closes this (.' }],
  });
  const refused = await api.post('/configuration/rules/check', { rules });
  expect(refused.status()).toBe(400);
  expect(await refused.json()).toMatchObject({ code: 'invalid_input' });

  const compared = await api.post('/configuration/rules/friction', { rules: '' });
  expect(await compared.json()).toMatchObject({
    changed: expect.arrayContaining([
      { category: 'Git: remote', line: 'git push', before: 'prompt', after: 'none' },
    ]),
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a command is tried by its address', async ({ page, api, workspace, signIn }) => {
    await api.put('/configuration/team-config', { rules, skills: [], version: 0 });
    await signIn({ appRole: 'it_owner' });
    await page.goto(path(workspace.slug));
    await tryCommand(page, 'sudo ls');

    await expect(answer(page)).toContainText('ForbiddenCodex refuses this.');
  });
});
