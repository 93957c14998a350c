// npm run dev: the development server on this folder's database.
import './env-file.mjs';
import { chooseAddress } from './address.mjs';
import { applicationEnv, serveDevelopment } from './application.mjs';
import { generate, install } from './install.mjs';
import { runCommand } from './lifetime.mjs';
import { becomeRunning } from './running.mjs';
import { authSecret } from './secret.mjs';
import { say, stage } from './stage.mjs';

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
    const app = serveDevelopment({
      ...address,
      env: applicationEnv({ appUrl: database.appUrl, url: address.url, secret: authSecret() }),
    });
    running.noteApp(app.pid);
    running.noteUrl(address.url);
    return Promise.race([app.exited, database.exited.then(() => 1)]);
  },
  { codeWhenStopped: 0 },
);
