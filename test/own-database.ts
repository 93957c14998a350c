import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Points this test file at an empty database of its own; it ends with the file's process. */
export async function useOwnDatabase(): Promise<void> {
  const child = spawn(process.execPath, ['scripts/test-database.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { appUrl, ownerUrl }: { appUrl: string; ownerUrl: string } = JSON.parse(line);
    Object.assign(process.env, { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
    child.unref();
    return;
  }
  throw new Error('The database did not start.');
}
