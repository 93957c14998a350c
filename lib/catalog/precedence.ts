/** An order in words, the strongest first, with when it holds. */
export type Precedence = { title: string; since: string; order: readonly string[] };

/** Which requirements win where two sources set the same key. The order was reversed on 2026-06-02. */
export const requirementsPrecedence: readonly Precedence[] = [
  {
    title: 'Clients before 2 June 2026',
    since: 'For each key the first source that sets it, and tables such as mcp_servers whole.',
    order: [
      'Cloud policy',
      'MDM: requirements_toml_base64',
      'requirements.toml of the system',
      'MDM: config_toml_base64, where it sets approvals, sandbox or reviewer',
      'managed_config.toml, where it sets approvals, sandbox or reviewer',
    ],
  },
  {
    title: 'Clients since 2 June 2026',
    since: 'The cloud no longer wins. Tables are merged key by key; rules add up.',
    order: [
      'MDM: requirements_toml_base64',
      'MDM: config_toml_base64, where it sets approvals, sandbox or reviewer',
      'managed_config.toml, where it sets approvals, sandbox or reviewer',
      'Cloud policy',
      'requirements.toml of the system',
    ],
  },
];

/** Where a value comes from that no requirement settles. */
export const valuesPrecedence: readonly Precedence[] = [
  {
    title: 'Starting values, all clients',
    since: 'Requirements bound every one of them.',
    order: [
      'MDM: config_toml_base64',
      'managed_config.toml',
      'Command line: flags and -c key=value',
      'Profile the developer chose',
      'The repository’s .codex/config.toml, if its folder is trusted',
      'The developer’s ~/.codex/config.toml',
      'config.toml from the cloud, for newer clients',
      'config.toml of the system',
      'What Codex comes with',
    ],
  },
];

/** What an MDM profile holds: the domain, its keys, and how their values are written. */
export const mdm = {
  domain: 'com.openai.codex',
  keys: [
    { key: 'requirements_toml_base64', file: 'requirements.toml' },
    { key: 'config_toml_base64', file: 'managed_config.toml' },
  ],
  form: 'Each value is one line of text: the file in standard base64, with padding and without line breaks. A value that does not decode stops Codex at its start.',
  forced:
    'Deliver it as a managed profile. Clients do not check that a value is forced, so one that a developer set with defaults write counts as well.',
  source: 'Managed configuration, “macOS managed preferences (MDM)”',
} as const;

/** What to know about a policy from the cloud. */
export const cloudPolicy: readonly string[] = [
  'In ChatGPT under Codex settings: “managed-configs” in March 2026, “Policies” since May, “Agent Security” of the Admin Console since autumn.',
  'It reaches people who sign in with ChatGPT. Whoever uses an API key gets none of it.',
  'Clients keep it for 30 to 60 minutes and take a new one at their next start. Without it, clients since 27 February 2026 refuse to start.',
  'It takes requirements.toml without the keys of the login restriction: allowed_login_methods and allowed_chatgpt_workspaces count in a file or MDM profile only.',
];
