import 'server-only';
import { randomBytes } from 'node:crypto';
import { createExample } from '#lib/commands/example/create-example';
import { hashPassword } from '#lib/commands/sign-in/password';
import { examplePeople, exampleSlug } from '#lib/domain/example/example';
import { isExampleThere } from '#lib/queries/example';
import { siteUrl } from './site-url';

const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Makes the example unless it is there, and says how its invented members sign in. */
export async function offerExample(): Promise<void> {
  const address = `${siteUrl()}/${exampleSlug}`;
  if (await isExampleThere()) return say(`The example is at ${address}.`);
  const password = randomBytes(12).toString('base64url');
  await createExample(new Date(), await hashPassword(password));
  say('');
  say(`The example is at ${address}. Its members sign in with the password ${password}:`);
  for (const { email, appRole } of Object.values(examplePeople)) say(`  ${email} (${appRole})`);
  say('');
}
