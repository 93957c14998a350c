import { z } from 'zod';
import type { Effect } from '#lib/domain/config-check/config-key';
import { finish, greet, resultOf, WAIT_LIMIT_MS } from '#lib/adapters/codex-client/conversation';
import { openRpc } from '#lib/adapters/codex-client/rpc';
import { askClient, inWorld } from './client';
import { askReaction } from './reaction';

const profiles = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

const proofs: Readonly<Record<Effect, () => Promise<boolean>>> = {
  async profile_listed() {
    const requirements = [
      'default_permissions = ":read-only"',
      '[allowed_permission_profiles]\n":read-only" = true',
      '[permissions.acme]\nextends = ":workspace"\n',
    ].join('\n');
    return inWorld({ requirements }, async (world) => {
      const rpc = openRpc(world.start(['app-server']), WAIT_LIMIT_MS);
      await greet(rpc);
      const { data } = profiles.parse(resultOf(await rpc.call('permissionProfile/list', {})));
      return data.some(({ id }) => id === 'acme');
    });
  },
  async full_access_gone() {
    const userConfig = 'sandbox_mode = "danger-full-access"\napproval_policy = "on-request"\n';
    const free = await askClient({ userConfig });
    const closed = await askClient({
      requirements: '[permissions.filesystem]\ndeny_read = ["/etc/secret"]\n',
      userConfig,
    });
    return (
      free.enforced?.sandbox === 'danger-full-access' && closed.enforced?.sandbox !== 'danger-full-access'
    );
  },
  async sandbox_modes_narrowed() {
    const { requirements } = await askReaction({
      requirements:
        '[[remote_sandbox_config]]\nhostname_patterns = ["*"]\nallowed_sandbox_modes = ["read-only"]\n',
    });
    return JSON.stringify(requirements.allowedSandboxModes) === '["read-only"]';
  },
  async server_switched_off() {
    const userConfig = '[mcp_servers.docs]\ncommand = "docs-server"\n';
    const free = await askClient({ userConfig });
    const closed = await askClient({ requirements: '[mcp_servers]\n', userConfig });
    return free.mcpServers[0]?.enabled === true && closed.mcpServers[0]?.enabled === false;
  },
  async marketplace_refused() {
    const requirements = '[marketplaces]\nrestrict_to_allowed_sources = true\n';
    return inWorld({ requirements }, async (world) => {
      const { code, stderr } = await finish(world.start(['plugin', 'marketplace', 'add', world.work]));
      return code !== 0 && /allowed|requirements|managed/i.test(stderr);
    });
  },
  async start_refused() {
    const oauth =
      'authorization_url = "https://127.0.0.1:9/a"\ntoken_url = "https://127.0.0.1:9/t"\nclient_id = "codex"\n';
    const { refused } = await askReaction({
      requirements: `[config_server]\nbase_url = "https://127.0.0.1:9"\n[config_server.oauth]\n${oauth}`,
    });
    return refused !== null && !refused.includes('failed to parse');
  },
};

/** Whether the client shows by what it does that it heeds a requirement which it does not list. */
export const askEffect = (effect: Effect): Promise<boolean> => proofs[effect]();
