import 'server-only';
import { issueSetupLink } from '#lib/commands/sign-in/issue-link';
import { createWorkspace } from '#lib/commands/workspaces/create-workspace';
import { env } from './env';
import { offerExample } from './offer-example';
import { siteUrl } from './site-url';
import { systemContext } from './visitor-context';

const say = (text: string) => void process.stdout.write(`${text}\n`);

/**
 * Prepares an installation without a workspace of its own: creates it with its first member from
 * SLIPWAY_BOOTSTRAP_*, or prints a one-time set-up link. Does nothing once there is one. Makes the example
 * where it is asked for. Throws when the given values are refused.
 */
export async function prepareInstallation(): Promise<void> {
  if (env().SLIPWAY_EXAMPLE) await offerExample();
  const ctx = systemContext('start');
  const link = await issueSetupLink(ctx, {});
  if (!link.ok) return;
  const { secret, expiresAt } = link.value;
  if (isUnattended()) return bootstrap(secret);
  say('');
  say(`Set up Slipway here, once, until ${expiresAt.toISOString()}:`);
  say(`  ${siteUrl()}/setup/${secret}`);
  say('');
}

const isUnattended = () =>
  [env().SLIPWAY_BOOTSTRAP_EMAIL, env().SLIPWAY_BOOTSTRAP_PASSWORD, env().SLIPWAY_BOOTSTRAP_WORKSPACE].some(
    Boolean,
  );

async function bootstrap(secret: string): Promise<void> {
  const {
    SLIPWAY_BOOTSTRAP_EMAIL: email = '',
    SLIPWAY_BOOTSTRAP_PASSWORD: password,
    SLIPWAY_BOOTSTRAP_WORKSPACE: slug,
    SLIPWAY_BOOTSTRAP_TOKEN: token,
  } = env();
  const ctx = systemContext('start');
  const result = await createWorkspace(ctx, {
    secret,
    name: email.split('@')[0],
    email,
    password,
    workspaceName: slug,
    slug,
    timeZone: 'UTC',
    ...(token === undefined ? {} : { token }),
  });
  if (result.ok)
    return say(`Workspace ${result.value.slug} is there, with ${result.value.email} as its first member.`);
  if (result.error.code === 'already_set_up') return;
  throw new Error(`SLIPWAY_BOOTSTRAP_* was refused: ${faults(result.error)}`);
}

const variables: Readonly<Record<string, string>> = {
  email: 'SLIPWAY_BOOTSTRAP_EMAIL',
  password: 'SLIPWAY_BOOTSTRAP_PASSWORD',
  slug: 'SLIPWAY_BOOTSTRAP_WORKSPACE',
  token: 'SLIPWAY_BOOTSTRAP_TOKEN',
};

function faults(error: { message: string; fields?: Record<string, string[]> }): string {
  const named = Object.entries(error.fields ?? {}).filter(([field]) => field in variables);
  if (named.length === 0) return error.message;
  return named.map(([field, messages]) => `${variables[field]}: ${messages.join(' ')}`).join(' ');
}
