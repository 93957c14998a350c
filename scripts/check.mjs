// npm run check, and npm run fix (which is check --fix): no database, under a minute.
import { runChecks } from './checks.mjs';
import { generate, install } from './install.mjs';
import { runCommand } from './lifetime.mjs';
import { say, secondsSoFar, stage } from './stage.mjs';

await runCommand(async () => {
  await stage('install', install);
  await stage('generate', generate);
  const failed = await runChecks({ fix: process.argv.includes('--fix') });
  say(failed.length > 0 ? `Failed: ${failed.join(', ')}.` : `All well after ${secondsSoFar()} s.`);
  return failed.length > 0 ? 1 : 0;
});
