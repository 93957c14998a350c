import type { Page } from '@playwright/test';
import type { PrismaClient } from '#prisma-client';

export const minuteMs = 60_000;
export const ago = (minutes: number) => new Date(Date.now() - minutes * minuteMs);

type Wish = { key: string; wanted: boolean; version?: number; at?: Date; by?: string };
type Seen = { key: string; state: 'on' | 'off'; restsOn: boolean; at?: Date; note?: string; link?: string };

export const addWish = (db: PrismaClient, workspaceId: string, wish: Wish) =>
  db.workspaceSetting.create({
    data: {
      workspaceId,
      key: wish.key,
      wanted: wish.wanted,
      version: wish.version ?? 1,
      wantedAt: wish.at ?? ago(60),
      wantedBy: wish.by ?? 'Devi Raman',
    },
  });

export const addConfirmation = (db: PrismaClient, workspaceId: string, seen: Seen) =>
  db.settingConfirmation.create({ data: { workspaceId, by: 'Devi Raman', at: ago(50), ...seen } });

/** The connector done and cloud wanted: what a test of cloud begins with. */
export async function addCloudWish(db: PrismaClient, workspaceId: string) {
  await addWish(db, workspaceId, { key: 'codex.github_connector', wanted: true });
  await addConfirmation(db, workspaceId, { key: 'codex.github_connector', state: 'on', restsOn: true });
  await addWish(db, workspaceId, { key: 'codex.cloud', wanted: true });
}

export const labels = {
  local: 'Allow members to use Codex Local',
  connector: 'ChatGPT GitHub Connector',
  cloud: 'Allow members to use Codex cloud',
  administer: 'Allow members to administer Codex',
  slack: 'Enable Codex Slack app to post answers on task completion',
};

export const registerOf = (page: Page, slug: string) => page.goto(`/${slug}/rollout/toggles`);
export const row = (page: Page, label: string) => page.getByRole('row', { name: new RegExp(`^${label}`) });
export const wanted = (page: Page, label: string) => page.getByRole('switch', { name: `Wanted: ${label}` });
export const panel = (page: Page, label: string) => page.getByRole('complementary', { name: label });

export const settingRow = (db: PrismaClient, workspaceId: string, key: string) =>
  db.workspaceSetting.findUnique({ where: { workspaceId_key: { workspaceId, key } } });

export const auditActions = async (db: PrismaClient, workspaceId: string) => {
  const events = await db.auditEvent.findMany({
    where: { workspaceId },
    orderBy: { sequence: 'asc' },
  });
  return events.map(({ action, subject, actorName }) => `${actorName}: ${action} ${subject}`);
};
