import { z } from 'zod';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { choices, family, flag, shape, table, tables, text, texts } from './kinds';
import { profileKeys } from './permission-profile-keys';

const sandboxModes = ['read-only', 'workspace-write', 'danger-full-access', 'external-sandbox'] as const;
const host = { hostname_patterns: ['ci-*'], allowed_sandbox_modes: ['read-only', 'workspace-write'] };

/** What commands may touch: sandbox modes, permission profiles, paths that stay closed. */
export const requirementsSandbox: readonly ConfigKey[] = family(
  { form: 'requirements', source: 'Managed configuration, “requirements.toml”' },
  [
    shape(
      'allowed_sandbox_modes',
      z.array(z.enum(sandboxModes)),
      'Sandbox modes a user may choose; read-only has to be among them and is the fallback.',
      {
        values: sandboxModes,
        good: [['read-only'], ['workspace-write', 'read-only'], [...sandboxModes]],
        bad: [[], ['workspace-write'], ['read-only', 'sometimes'], 'read-only'],
        risk: 'high',
        shown: 'allowedSandboxModes',
      },
    ),
    tables(
      'remote_sandbox_config',
      'Other sandbox modes on hosts of these names; the first that matches counts.',
      {
        needs: ['hostname_patterns', 'allowed_sandbox_modes'],
        good: [[host]],
        bad: ['a text', [{ hostname_patterns: ['ci-*'] }]],
        introduced: '2026-04-21',
        risk: 'high',
        effect: 'sandbox_modes_narrowed',
      },
    ),
    texts('remote_sandbox_config[].hostname_patterns', 'Names of hosts, with * and ? for what may differ.', {
      good: [['ci-*']],
      beside: { remote_sandbox_config: [host] },
      introduced: '2026-04-21',
      risk: 'high',
    }),
    choices(
      'remote_sandbox_config[].allowed_sandbox_modes',
      sandboxModes,
      'Sandbox modes a user may choose there.',
      {
        good: [['read-only'], ['read-only', 'workspace-write']],
        beside: { remote_sandbox_config: [host] },
        introduced: '2026-04-21',
        risk: 'high',
      },
    ),
    shape(
      'allowed_permission_profiles',
      z.record(z.string(), z.boolean()),
      'Permission profiles a user may choose; a profile that is not listed is denied.',
      {
        good: [{ ':read-only': true }, { ':read-only': true, ':danger-full-access': false }],
        bad: ['a text', { ':read-only': 'yes' }],
        beside: { default_permissions: ':read-only' },
        introduced: '2026-06-05',
        risk: 'high',
        shown: 'allowedPermissionProfiles',
      },
    ),
    text(
      'default_permissions',
      'Permission profile that a thread starts with; it has to be an allowed one.',
      {
        good: [':read-only', ':workspace'],
        bad: [7, ':unheard-of'],
        beside: { allowed_permission_profiles: { ':read-only': true, ':workspace': true } },
        introduced: '2026-06-05',
        risk: 'medium',
        shown: 'defaultPermissions',
      },
    ),
    table(
      'permissions',
      'Permission profiles of the administrator, paths that stay closed, and the network.',
      {
        good: [{ filesystem: { deny_read: ['/etc/secret'] } }],
        introduced: '2026-04-17',
        onUnknown: null,
        risk: 'high',
      },
    ),
    table('permissions.filesystem', 'Paths that stay closed in every profile.', {
      introduced: '2026-04-17',
      risk: 'high',
    }),
    texts(
      'permissions.filesystem.deny_read',
      'Absolute paths, paths from ~ and patterns that no command may read, whatever the profile.',
      {
        good: [['/etc/secret', '/home/*/.ssh/**']],
        bad: ['/etc/secret'],
        introduced: '2026-04-17',
        risk: 'high',
        effect: 'full_access_gone',
      },
    ),
    ...profileKeys('permissions.*', {
      introduced: '2026-05-20',
      effect: 'profile_listed',
      beside: { default_permissions: ':read-only', allowed_permission_profiles: { ':read-only': true } },
    }),
    table('windows', 'Which sandboxes Windows may use.', {
      good: [{ allowed_sandbox_implementations: ['elevated'] }],
      introduced: '2026-05-29',
    }),
    shape(
      'windows.allowed_sandbox_implementations',
      z.array(z.enum(['elevated', 'unelevated'])).min(1),
      'Sandboxes that Windows may use; elevated is taken where both may be.',
      {
        values: ['elevated', 'unelevated'],
        good: [['elevated'], ['elevated', 'unelevated']],
        bad: [[], ['mxc'], 'elevated'],
        introduced: '2026-05-29',
        risk: 'medium',
        shown: 'allowedWindowsSandboxImplementations',
      },
    ),
    flag('windows.allow_mxc', 'Whether Windows may use the mxc sandbox.', { risk: 'medium' }),
    flag('windows.require_mxc', 'Whether Windows has to use the mxc sandbox.', { good: [false] }),
    flag(
      'windows.sandbox_private_desktop',
      'Whether sandboxed programs get a desktop of their own on Windows.',
      {
        introduced: '2026-07-21',
      },
    ),
    flag('allow_login_shell', 'Whether commands may run in a login shell.', {
      introduced: '2026-07-21',
      shown: 'allowLoginShell',
      risk: 'medium',
    }),
  ],
);
