import type { ErrorFix, ErrorText } from '#lib/domain/errors-explained/error-text';
import { links } from './links';
import { settings } from './settings';

const localToggle: ErrorFix = {
  taskId: 'toggle.codex.local',
  toggle: 'codex.local',
  duty: 'workspace',
  text: 'Turn on Allow members to use Codex Local. If it is on, give the person a role that may use Codex local (Step 2).',
};
const deviceCodeToggle: ErrorFix = {
  taskId: 'toggle.codex.device_code',
  toggle: 'codex.device_code',
  duty: 'workspace',
  text: 'Turn on device code authentication in the workspace’s permissions, or sign in through a browser.',
};
const access: ErrorFix = {
  taskId: 'roles.groups',
  toggle: null,
  duty: 'workspace',
  text: 'Check that the person signed in to this workspace, has a seat, and is in a group whose roles allow Codex.',
};
const policy: ErrorFix = {
  taskId: 'configuration.requirements',
  toggle: null,
  duty: 'it',
  text: 'Clients fail closed: they start again once the policy can be read. Check that the network lets chatgpt.com through, and that the newest policy is valid; ship it through MDM or system files as well.',
};
const restriction: ErrorFix = {
  taskId: 'configuration.login_restrictions',
  toggle: null,
  duty: 'it',
  text: 'The login restriction of Step 3 does its work. Have the person sign in as it asks, or change the restriction.',
};

const { local, device_code: deviceCode } = {
  local: settings['codex.local'].whenOff.exactError,
  device_code: settings['codex.device_code'].whenOff.exactError,
};

const localClients = 'Codex app, CLI, IDE extension';
const march = 'Codex client, March 2026';

/** The vendor's literal error texts, with what they mean and where they are fixed. */
export const errorTexts: readonly ErrorText[] = [
  {
    id: 'local-off',
    texts: local === null ? [] : [local],
    codes: [],
    where: localClients,
    means: 'The workspace does not let this person use Codex local.',
    fix: localToggle,
    link: links.adminSettings,
    source: settings['codex.local'].source,
  },
  {
    id: 'entitlement-missing',
    texts: [
      'Codex is not enabled for your workspace. Contact your workspace administrator to request access to Codex.',
      'This account is not currently authorized to use Codex in this workspace.',
    ],
    codes: ['missing_codex_entitlement'],
    where: 'Browser page after signing in, with the error access_denied',
    means: 'The sign-in worked, but this account may not use Codex in the workspace it chose.',
    fix: localToggle,
    link: links.adminSettings,
    source: `${march}: login server`,
  },
  {
    id: 'workspace-disabled',
    texts: ['no eligible ChatGPT workspaces'],
    codes: ['codex_cli_workspace_disabled'],
    where: 'CLI, after signing in',
    means: 'The account is in no workspace that allows Codex, or it signed in to a personal one.',
    fix: access,
    link: links.rbac,
    source: 'Reports in the vendor’s issue tracker: 1533, 2815, 17833',
  },
  {
    id: 'device-code-off',
    texts: deviceCode === null ? [] : [deviceCode],
    codes: [],
    where: 'CLI, with codex login --device-auth',
    means: 'Device code sign-in is not on for this workspace.',
    fix: deviceCodeToggle,
    link: links.authentication,
    source: `${march}: device code sign-in`,
  },
  {
    id: 'device-code-late',
    texts: ['device auth timed out after 15 minutes'],
    codes: [],
    where: 'CLI, while waiting for the code',
    means: 'Nobody typed the code within 15 minutes. The toggle is on.',
    fix: {
      ...deviceCodeToggle,
      text: 'Start “codex login --device-auth” again and type the new code at once.',
    },
    link: links.authentication,
    source: `${march}: device code sign-in`,
  },
  {
    id: 'cloud-requirements-not-loaded',
    texts: [
      'failed to load your workspace-managed config',
      'failed to load cloud requirements (workspace-managed policies)',
      'Failed to load cloud config bundle (workspace-managed policies).',
    ],
    codes: [],
    where: `${localClients}, at the start`,
    means:
      'The client could not load the policy of the workspace, or could not read it, and refuses to start.',
    fix: policy,
    link: links.managedConfiguration,
    source: `${march}, and August 2026: cloud requirements`,
  },
  {
    id: 'cloud-requirements-late',
    texts: ['timed out waiting for cloud requirements after 15s'],
    codes: [],
    where: `${localClients}, at the start`,
    means: 'The policy of the workspace did not arrive within 15 seconds, and the client refuses to start.',
    fix: policy,
    link: links.managedConfiguration,
    source: `${march}: cloud requirements`,
  },
  {
    id: 'session-dead',
    texts: [
      'Your authentication session could not be refreshed automatically. Please log out and sign in again.',
    ],
    codes: [],
    where: `${localClients}, at the start`,
    means: 'The stored sign-in has ended, so the policy of the workspace cannot be loaded.',
    fix: {
      taskId: 'validate.local_sign_in',
      toggle: null,
      duty: 'it',
      text: 'Have the person log out and sign in again. If it comes back, look at what the identity provider ends.',
    },
    link: links.authentication,
    source: 'Codex client, August 2026: cloud requirements',
  },
  {
    id: 'value-disallowed',
    texts: [
      'Configured value for `{key}` is disallowed by requirements; falling back to required value {value}. Details: invalid value for `{key}`: `{value}` is not in the allowed set {set} (set by {source})',
      'Configured value for `{key}` is disallowed by requirements; falling back to required value',
    ],
    codes: [],
    where: `${localClients}, as a warning at the start`,
    means:
      'A person’s own setting is outside the requirements, so the required value is used. This is what requirements are for.',
    fix: {
      taskId: 'configuration.requirements',
      toggle: null,
      duty: 'it',
      text: 'Nothing, if the requirement is meant so. Else allow the value in the requirements, and make managed defaults agree with them.',
    },
    link: links.managedConfiguration,
    source: `${march}: requirements`,
  },
  {
    id: 'chatgpt-required',
    texts: ['ChatGPT login is required, but an API key is currently being used. Logging out.'],
    codes: [],
    where: 'CLI and IDE extension, at the start',
    means: 'forced_login_method is chatgpt, and the person used an API key.',
    fix: restriction,
    link: links.authentication,
    source: `${march}: login restrictions`,
  },
  {
    id: 'api-key-required',
    texts: ['API key login is required, but ChatGPT is currently being used. Logging out.'],
    codes: [],
    where: 'CLI and IDE extension, at the start',
    means: 'forced_login_method is api, and the person signed in with ChatGPT.',
    fix: restriction,
    link: links.authentication,
    source: `${march}: login restrictions`,
  },
  {
    id: 'wrong-workspace',
    texts: [
      'Login is restricted to workspace {workspace}, but current credentials belong to {another}. Logging out.',
      'Login is restricted to workspace {workspace}, but current credentials lack a workspace identifier. Logging out.',
    ],
    codes: [],
    where: 'CLI and IDE extension, at the start',
    means:
      'forced_chatgpt_workspace_id names a workspace, and the person signed in to another or a personal one.',
    fix: restriction,
    link: links.authentication,
    source: `${march}: login restrictions`,
  },
];
