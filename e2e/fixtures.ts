import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type APIResponse, type Page } from '@playwright/test';
import { PrismaPg } from '@prisma/adapter-pg';
import { encode } from 'next-auth/jwt';
import { PrismaClient } from '#prisma-client';
import type { AppRole } from '#lib/domain/authorization/can';
import { addMember, addSession, addToken, addWorkspace, type Member, type Workspace } from '#test/rows';
import { startInstallation, type Installation } from './installation';

export { expect };

type Headers = Record<string, string>;
type Send = (path: string, body: unknown, headers?: Headers) => Promise<APIResponse>;

/** The HTTP door of the test's workspace; paths begin below `/api/v1/workspaces/{slug}`. */
export type Api = {
  token: string;
  get: (path: string, headers?: Headers) => Promise<APIResponse>;
  put: Send;
  post: Send;
};

type SignIn = (facts?: { appRole?: AppRole; name?: string; email?: string }) => Promise<Member>;

type Fixtures = {
  /** A workspace of the test's own, with one workspace owner. */
  workspace: Workspace & { owner: Member };
  /** Adds a member to the workspace and signs the page in as that member, without the form. */
  signIn: SignIn;
  /** The API with a token of the workspace's owner. */
  api: Api;
  /** The API with a token of a new member. */
  apiAs: (appRole: AppRole) => Promise<Api>;
  /** Expects that axe finds nothing on the page as it stands, in light and in dark. */
  axe: () => Promise<void>;
  /** A server of the test's own that nobody has set up, on a database of its own. */
  emptyInstallation: Pick<Installation, 'url' | 'setupLink' | 'ownerUrl'>;
  /** A server of the test's own with the workspace `acme`, whose database can be taken away. */
  installation: Installation;
};

/** One variable of the environment the suite runs in. */
export function need(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the suite with npm run e2e.`);
  return value;
}

/** The value of a session cookie. */
export const sessionCookie = (accountId: string, secret: string): Promise<string> =>
  encode({ token: { sub: accountId, secret }, secret: need('AUTH_SECRET'), maxAge: 24 * 3600 });

async function expectNoFindings(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    expect(found, `axe, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

export const test = base.extend<Fixtures, { db: PrismaClient }>({
  db: [
    async ({}, provide) => {
      const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: need('DATABASE_URL') }) });
      await provide(db);
      await db.$disconnect();
    },
    { scope: 'worker' },
  ],

  async workspace({ db }, provide) {
    const workspace = await addWorkspace(db);
    await provide({ ...workspace, owner: await addMember(db, workspace.id) });
  },

  async signIn({ db, workspace, context, baseURL }, provide) {
    await provide(async (facts = {}) => {
      const member = await addMember(db, workspace.id, facts);
      const value = await sessionCookie(member.accountId, await addSession(db, member.accountId));
      await context.addCookies([
        { name: 'slipway.session', value, url: baseURL ?? '', httpOnly: true, sameSite: 'Lax' },
      ]);
      return member;
    });
  },

  async apiAs({ db, workspace, request }, provide) {
    await provide(async (appRole) => {
      const { id } = await addMember(db, workspace.id, { appRole });
      const token = await addToken(db, { id, workspaceId: workspace.id });
      const url = (path: string) => `/api/v1/workspaces/${workspace.slug}${path}`;
      const headers = (more: Headers) => ({ authorization: `Bearer ${token}`, ...more });
      return {
        token,
        get: (path, more = {}) => request.get(url(path), { headers: headers(more) }),
        put: (path, data, more = {}) => request.put(url(path), { data, headers: headers(more) }),
        post: (path, data, more = {}) => request.post(url(path), { data, headers: headers(more) }),
      };
    });
  },

  async api({ apiAs }, provide) {
    await provide(await apiAs('workspace_owner'));
  },

  async axe({ page }, provide) {
    await provide(() => expectNoFindings(page));
  },

  async emptyInstallation({}, provide) {
    const { url, setupLink, ownerUrl, stop } = await startInstallation('empty');
    await provide({ url, setupLink, ownerUrl });
    await stop();
  },

  async installation({}, provide) {
    const installation = await startInstallation('acme');
    await provide(installation);
    await installation.stop();
  },
});
