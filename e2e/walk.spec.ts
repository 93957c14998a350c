import { createHash } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { Prisma, type PrismaClient } from '#prisma-client';
import { steps } from '#lib/catalog/steps';
import { addMember, addSession, addToken, type Member } from '#test/rows';
import { expect, sessionCookie, test, type Api } from './fixtures';
import { json, walk } from './walk';

type Task = { id: string; state: string; reason: string | null; rows: string[]; basis: string };
type Rollout = {
  progress: { done: number; applicable: number };
  steps: { number: number; slug: string; complete: boolean; signOff: { state: string }; tasks: Task[] }[];
};

const rolloutOf = async (api: Api): Promise<Rollout> => json(await api.get('/rollout'));
const openTasks = (rollout: Rollout, step: number) =>
  rollout.steps[step]?.tasks
    .filter(({ state }) => state !== 'done' && state !== 'not_applicable')
    .map(({ id, state, reason }) => `${id}: ${state}, ${reason ?? ''}`);

/** Everything recorded but the decision itself: every row of every table of the workspace, as one hash a table. */
async function fingerprint(db: PrismaClient, workspaceId: string): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspaceId'
      and table_name not in ('RolloutDecision', 'AuditEvent', 'ApiToken', 'Member') order by 1`;
  const sums = [];
  for (const { name } of tables) {
    const table = Prisma.raw(`"${name}"`);
    const rows = await db.$queryRaw<{ text: string }[]>`
      select to_jsonb(t)::text as text from ${table} t where "workspaceId" = ${workspaceId}::uuid order by 1`;
    const text = rows.map((row) => row.text).join('\n');
    sums.push([name, createHash('sha256').update(text).digest('hex')]);
  }
  return Object.fromEntries(sums);
}

/** Signs the page in as a member. */
async function signInAs(
  context: BrowserContext,
  { member, db, url }: { member: Member; db: PrismaClient; url: string },
): Promise<void> {
  const value = await sessionCookie(member.accountId, await addSession(db, member.accountId));
  await context.addCookies([{ name: 'slipway.session', value, url, httpOnly: true, sameSite: 'Lax' }]);
}

test('three owners take an empty workspace through all seven steps, change the decision and back, and lose nothing', async ({
  page,
  db,
  workspace,
  context,
  baseURL,
  request,
}) => {
  test.setTimeout(240_000);
  const members = {
    workspace: await addMember(db, workspace.id, { appRole: 'workspace_owner', name: 'Mara Lindqvist' }),
    it: await addMember(db, workspace.id, { appRole: 'it_owner', name: 'Devi Raman' }),
    governance: await addMember(db, workspace.id, { appRole: 'governance_owner', name: 'Jonas Ferreira' }),
  };
  const apiOf = async (member: Member): Promise<Api> => {
    const token = await addToken(db, { id: member.id, workspaceId: workspace.id });
    const url = (path: string) => `/api/v1/workspaces/${workspace.slug}${path}`;
    const headers = { authorization: `Bearer ${token}` };
    return {
      token,
      get: (path) => request.get(url(path), { headers }),
      put: (path, data, more) => request.put(url(path), { data, headers: { ...headers, ...more } }),
      post: (path, data) => request.post(url(path), { data, headers }),
    };
  };
  const cast = {
    mara: await apiOf(members.workspace),
    devi: await apiOf(members.it),
    jonas: await apiOf(members.governance),
  };
  const become = (member: Member) => signInAs(context, { member, db, url: baseURL ?? '' });

  for (const { number, slug, signedBy } of steps) {
    await walk[number]?.(cast);
    // The vendor’s ten minutes, which begin with the confirmation.
    if (slug === 'toggles')
      await db.$executeRaw`
      update "SettingConfirmation" set "at" = "at" - interval '1 hour' where "workspaceId" = ${workspace.id}::uuid`;
    const rollout = await rolloutOf(cast.mara);
    expect(openTasks(rollout, number), `step ${number}`).toEqual([]);
    expect(rollout.steps[number]?.complete).toBe(true);

    await become(members[signedBy]);
    await page.goto(`/${workspace.slug}/rollout/${slug}`);
    await page.getByRole('button', { name: `Sign off step ${number}` }).click();
    await expect(page.getByRole('region', { name: 'Sign-off' })).toContainText(members[signedBy].name);
    await expect
      .poll(() => db.stepSignOff.count({ where: { workspaceId: workspace.id, step: number } }))
      .toBe(1);
  }

  const whole = await rolloutOf(cast.mara);
  expect(whole.progress.done).toBe(whole.progress.applicable);
  expect(whole.steps.map(({ signOff }) => signOff.state)).toEqual(steps.map(() => 'signed'));
  const recorded = await fingerprint(db, workspace.id);

  await become(members.workspace);
  await page.goto(`/${workspace.slug}/rollout/owners-and-decision`);
  await page.getByText('Change the decision…').click();
  await page.getByRole('radio', { name: /^Local only/ }).check();
  await page.getByRole('button', { name: 'Show what changes' }).click();
  await expect(page.getByText('Codex cloud connected to the repositories').first()).toBeVisible();
  await page.getByRole('button', { name: 'Decide local only' }).click();
  await expect
    .poll(() => db.rolloutDecision.findFirst({ where: { workspaceId: workspace.id } }))
    .toMatchObject({ surfaces: 'local' });
  const local = await rolloutOf(cast.mara);
  expect(local.steps[4]?.tasks.map(({ state }) => state)).toEqual(
    local.steps[4]?.tasks.map(() => 'not_applicable'),
  );
  expect(await fingerprint(db, workspace.id)).toEqual(recorded);

  await json(await cast.mara.put('/decision', { surfaces: 'both', version: 2 }));
  const again = await rolloutOf(cast.mara);
  const states = (rollout: Rollout) =>
    rollout.steps.flatMap(({ tasks }) => tasks.map(({ id, state }) => [id, state]));
  expect(states(again)).toEqual(states(whole));
  expect(again.steps.map(({ signOff }) => signOff.state)).toEqual(steps.map(() => 'signed'));
  expect(await fingerprint(db, workspace.id)).toEqual(recorded);
});
