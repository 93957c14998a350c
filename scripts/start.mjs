// npm start: sets up what is missing and serves the production build until it is told to end.
//
//   npm start -- --example   also makes Acme, an example rollout to explore, unless it is there
import './env-file.mjs';
import { chooseAddress } from './address.mjs';
import { applicationEnv, build, serve, untilHealthy } from './application.mjs';
import { generate, install } from './install.mjs';
import { runCommand, unlessEnding } from './lifetime.mjs';
import { becomeRunning } from './running.mjs';
import { authSecret } from './secret.mjs';
import { say, secondsSoFar, stage } from './stage.mjs';

const withExample = process.argv.includes('--example');

await runCommand(
  async () => {
    const running = await becomeRunning();
    const address = await chooseAddress(process.env);
    if (address.moved) say(`Port 3000 is taken: using ${address.port}.`);

    await stage('install', install);
    await stage('generate', generate);
    const { openDatabase } = await import('./database.mjs');
    const { deploy } = await import('./deploy.mjs');
    const database = await stage('database', openDatabase, ({ place }) => place);
    await stage('migrate', () => deploy(database));

    const env = {
      ...applicationEnv({ appUrl: database.appUrl, url: address.url, secret: authSecret() }),
      ...(withExample ? { SLIPWAY_EXAMPLE: 'true' } : {}),
    };
    await stage('build', () => build(env));
    const app = serve({ ...address, env });
    running.noteApp(app.pid);
    await stage('serve', () => untilHealthy(app, address));
    running.noteUrl(address.url);
    say(`Slipway is ready at ${address.url} after ${secondsSoFar()} s.`);

    const why = await Promise.race([
      app.exited.then((code) => `The application ended by itself (exit code ${code}).`),
      database.exited.then(() => 'PostgreSQL ended by itself.'),
    ]);
    await unlessEnding();
    console.error(`${why} Everything else is ended too; start again with npm start.`);
    return 1;
  },
  { codeWhenStopped: 0 },
);
