import type { CheckDefinition } from '#lib/domain/validation/check-definition';

/** What Step 6 verifies, by the part of the task's id after `validate.`. */
const entries = {
  local_sign_in: {
    items: 'systems',
    expected: 'A pilot user signs in to the app, the CLI or the IDE extension and gets an answer.',
    how: 'Sign in with a pilot user’s account, in the way your policy allows, and send one message.',
    commands: [
      { system: 'linux', command: 'codex login && codex login status' },
      { system: 'macos', command: 'codex login && codex login status' },
      { system: 'windows', command: 'codex login; codex login status' },
    ],
    permissions: [],
    restsOn: [
      { kind: 'wanted', key: 'codex.local' },
      { kind: 'configuration' },
      { kind: 'login_restriction' },
    ],
  },
  cloud_sign_in: {
    items: 'once',
    expected: 'A pilot user opens Codex in ChatGPT, sees a repository and completes a task.',
    how: 'Open chatgpt.com/codex with a pilot user’s account and start a small task in the first environment.',
    commands: [],
    permissions: [],
    restsOn: [{ kind: 'wanted', key: 'codex.cloud' }],
  },
  mfa_sso: {
    items: 'once',
    expected: 'Signing in asks for what your security policy asks for: SSO, MFA, or both.',
    how: 'Sign out everywhere, sign in again, and write down each step that was asked for.',
    commands: [],
    permissions: [],
    restsOn: [{ kind: 'decision' }, { kind: 'authentication' }],
  },
  access: {
    items: 'access',
    expected: 'Each access profile may do exactly what its roles and the toggles say.',
    how: 'With somebody of the profile, try each one and say whether it worked.',
    commands: [],
    permissions: [
      { key: 'codex.local', label: 'Codex local', toggle: 'codex.local' },
      { key: 'codex.cloud', label: 'Codex cloud', toggle: 'codex.cloud' },
      { key: 'codex.administer', label: 'administering Codex', toggle: 'codex.administer' },
    ],
    restsOn: [],
  },
  configuration: {
    items: 'file',
    expected: 'The requirements.toml on the computer holds the bytes written here.',
    how: 'Run the command on a pilot user’s computer and paste the sum it prints.',
    commands: [
      { system: 'linux', command: "sed '1,/^$/d' /etc/codex/requirements.toml | sha256sum" },
      {
        system: 'macos',
        command: "sed '1,/^$/d' /etc/codex/requirements.toml | shasum -a 256",
      },
      {
        system: 'windows',
        command:
          '$t = Get-Content -Raw -Encoding UTF8 "$env:ProgramData\\OpenAI\\Codex\\requirements.toml"; $t = $t.Substring($t.IndexOf("`n`n") + 2); (Get-FileHash -InputStream ([IO.MemoryStream]::new([Text.Encoding]::UTF8.GetBytes($t)))).Hash',
      },
    ],
    permissions: [],
    restsOn: [],
  },
  governance_data: {
    items: 'once',
    expected: 'An admin who administers Codex sees figures in the channels that are set up.',
    how: 'Open the Analytics Dashboard with an admin’s account, and look at the last export where there is one.',
    commands: [],
    permissions: [],
    restsOn: [{ kind: 'wanted', key: 'codex.administer' }],
  },
} as const satisfies Record<string, CheckDefinition>;

export type CheckKey = keyof typeof entries;

export const checks: Readonly<Record<CheckKey, CheckDefinition>> = entries;
