// A server with a database of its own, for tests that need an empty one or take it away.
//
// Prints one line of JSON when it is ready. Each line it reads ('away', 'back') is answered by the same
// line when done; when its input ends, everything ends.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { applicationEnv, serve, untilHealthy } from './application.mjs';
import { end, runCommand } from './lifetime.mjs';
import { freePort } from './ports.mjs';
import { startCluster, throwAway } from './postgres.mjs';
import { startThrowAway } from './throw-away.mjs';

const host = '127.0.0.1';
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/**
 * A way to the database whose port stays the same while the database behind it comes and goes.
 * @param {() => number} target
 */
async function openWay(target) {
  const server = net.createServer((near) => {
    const far = net.connect(target(), host);
    for (const { one, other } of [
      { one: near, other: far },
      { one: far, other: near },
    ]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    near.pipe(far).pipe(near);
  });
  const port = await freePort();
  await new Promise((resolve) => server.listen(port, host, () => resolve(null)));
  return port;
}

/** @param {string} url @param {number} port */
function withPort(url, port) {
  const moved = new URL(url);
  moved.port = String(port);
  return moved.href;
}

await runCommand(async () => {
  let cluster = await startThrowAway();
  const { dir } = cluster;
  const way = await openWay(() => cluster.port);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const log = path.join(dir, 'application.log');
  const appUrl = withPort(cluster.appUrl, way);
  const env = applicationEnv({
    appUrl,
    url,
    secret: process.env.AUTH_SECRET ?? '',
    distDir: process.env.NEXT_DIST_DIR,
    data: path.join(dir, 'data'),
  });
  const app = serve({ host, port, env, log: fs.openSync(log, 'a', 0o600) });
  await untilHealthy(app, { host, port });
  const [setupLink = ''] = /http\S+\/setup\/\S+/.exec(fs.readFileSync(log, 'utf8')) ?? [];
  say(JSON.stringify({ url, setupLink, appUrl, ownerUrl: withPort(cluster.ownerUrl, way) }));

  const orders = {
    away: async () => {
      process.kill(cluster.pid, 'SIGQUIT');
      await cluster.exited;
    },
    back: async () => {
      cluster = { ...cluster, ...(await startCluster(dir, { settings: throwAway })) };
    },
  };
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'away' || line === 'back') await orders[line]();
    say(line);
  }
  return end(0);
});
