// npm run certify -- FILE…: asks a Codex client, on any Linux machine, what it makes of the files of a version.
import path from 'node:path';
import { install } from './install.mjs';
import { runCommand, runProgram } from './lifetime.mjs';

/** Where the command was given: npm runs scripts in the project's folder. */
const here = process.env.INIT_CWD ?? process.cwd();

await runCommand(async () => {
  await install();
  const told = process.argv.slice(2);
  const given = told.map((word, at) =>
    word.startsWith('--') || told[at - 1] === '--client' ? word : path.resolve(here, word),
  );
  const args = ['--conditions', 'react-server', '--import', 'tsx', 'lib/shell/certify.ts', ...given];
  return runProgram(process.execPath, args);
});
