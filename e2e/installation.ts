import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const started = z.object({
  url: z.string(),
  setupLink: z.string(),
  appUrl: z.string(),
  ownerUrl: z.string(),
});

/** A server with a database of its own. */
export type Installation = z.infer<typeof started> & {
  /** Ends the database at once, as a crash would. */
  takeDatabaseAway: () => Promise<void>;
  /** Starts the same database again. */
  bringDatabaseBack: () => Promise<void>;
  stop: () => Promise<void>;
};

/** What signs in at an installation with a workspace. */
export const acme = {
  email: 'mara@acme.example',
  password: 'correct horse battery',
  slug: 'acme',
  token: 'acme-token-acme-token-acme-token-1234',
} as const;

const bootstrap = {
  SLIPWAY_BOOTSTRAP_EMAIL: acme.email,
  SLIPWAY_BOOTSTRAP_PASSWORD: acme.password,
  SLIPWAY_BOOTSTRAP_WORKSPACE: acme.slug,
  SLIPWAY_BOOTSTRAP_TOKEN: acme.token,
};
const nothing = Object.fromEntries(Object.keys(bootstrap).map((name) => [name, undefined]));

/** Starts the built application on a new database: without any workspace, or with the workspace `acme`. */
export async function startInstallation(kind: 'empty' | 'acme'): Promise<Installation> {
  const child = spawn(process.execPath, ['scripts/test-installation.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...(kind === 'acme' ? bootstrap : nothing) },
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The installation ended by itself.');
    return String(value);
  };
  const tell = async (order: 'away' | 'back') => {
    child.stdin.write(`${order}\n`);
    await answer();
  };
  return {
    ...started.parse(JSON.parse(await answer())),
    takeDatabaseAway: () => tell('away'),
    bringDatabaseBack: () => tell('back'),
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
