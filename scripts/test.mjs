// npm run unit: vitest against a database of its own.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { generate, install } from './install.mjs';
import { runCommand, runProgram } from './lifetime.mjs';
import { nodeModule, toolEnv } from './project.mjs';
import { stage } from './stage.mjs';

await runCommand(async () => {
  const [suite, ...args] = process.argv.slice(2);
  if (suite !== 'unit') throw new Error('Use: npm run unit');
  await stage('install', install);
  await stage('generate', generate);
  const { startThrowAway } = await import('./throw-away.mjs');
  const { ownerUrl, appUrl, dir } = await stage('database', startThrowAway);
  const env = {
    ...toolEnv,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    SLIPWAY_DATA_DIR: path.join(dir, 'data'),
    SLIPWAY_URL: 'http://localhost:3000',
    AUTH_SECRET: randomBytes(32).toString('base64url'),
  };
  return stage('unit', () =>
    runProgram(process.execPath, nodeModule('vitest/vitest.mjs', 'run', ...args), { env }),
  );
});
