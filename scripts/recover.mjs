// npm run recover -- EMAIL: prints a one-time link for whoever is locked out.
import './env-file.mjs';
import { applicationEnv } from './application.mjs';
import { generate, install } from './install.mjs';
import { runCommand, runProgram } from './lifetime.mjs';
import { runningInstallation } from './running.mjs';
import { authSecret } from './secret.mjs';

await runCommand(async () => {
  const [email] = process.argv.slice(2);
  if (!email) throw new Error('Use: npm run recover -- EMAIL');
  await install();
  await generate();
  const { joinDatabase } = await import('./database.mjs');
  const { migrate } = await import('./migrate.mjs');
  const database = await joinDatabase();
  if (!database.joined) await migrate(database);
  const { SLIPWAY_URL, PORT } = process.env;
  const url = SLIPWAY_URL || String(runningInstallation()?.url ?? `http://localhost:${PORT || 3000}`);
  const env = applicationEnv({ appUrl: database.appUrl, url, secret: authSecret() });
  const args = ['--conditions', 'react-server', '--import', 'tsx', 'lib/shell/recover.ts', email];
  return runProgram(process.execPath, args, { env });
});
