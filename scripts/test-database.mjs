// An empty database in a cluster of its own, for tests of what happens before there is a workspace.
//
// Prints its connection strings as one line of JSON; when its input ends, everything ends.
import { once } from 'node:events';
import { end, runCommand } from './lifetime.mjs';
import { startThrowAway } from './throw-away.mjs';

await runCommand(async () => {
  const { appUrl, ownerUrl } = await startThrowAway();
  process.stdout.write(`${JSON.stringify({ appUrl, ownerUrl })}\n`);
  await once(process.stdin.resume(), 'end');
  return end(0);
});
