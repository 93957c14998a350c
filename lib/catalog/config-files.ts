import type { ConfigFileName } from '#lib/domain/config/file-sections';

/** Where one operating system looks for a file. */
export type FilePlace = { system: 'Linux' | 'macOS' | 'Windows'; place: string };

/** A configuration file in words. */
export type ConfigFileText = {
  /** What it does, in one sentence. */
  purpose: string;
  places: readonly FilePlace[];
  /** What somebody who changes the file by hand has to know. */
  warning: { title: string; text: string } | null;
  source: string;
};

/** The files of a baseline: what each does, and where computers look for it. */
export const configFileTexts: Readonly<Record<ConfigFileName, ConfigFileText>> = {
  'requirements.toml': {
    purpose: 'Constraints that developers cannot override.',
    places: [
      { system: 'Linux', place: '/etc/codex/requirements.toml' },
      {
        system: 'macOS',
        place:
          '/etc/codex/requirements.toml, or by MDM in the domain com.openai.codex as requirements_toml_base64',
      },
      { system: 'Windows', place: '%ProgramData%\\OpenAI\\Codex\\requirements.toml' },
    ],
    warning: null,
    source: 'Guide 2026-03, Step 3: “Requirements (requirements.toml)”; places: Managed configuration',
  },
  'managed_config.toml': {
    purpose: 'Starting values that return at each launch. Developers may change them while they work.',
    places: [
      { system: 'Linux', place: '/etc/codex/managed_config.toml' },
      {
        system: 'macOS',
        place:
          '/etc/codex/managed_config.toml, or by MDM in the domain com.openai.codex as config_toml_base64',
      },
      {
        system: 'Windows',
        place: '~/.codex/managed_config.toml, where the developer can change it: a weak place',
      },
    ],
    warning: {
      title: 'This file never holds approval_policy, sandbox_mode or approvals_reviewer.',
      text: 'Current clients turn these three into requirements that outrank requirements.toml, so here they would loosen it without a warning. Starting values for the first two are in config.toml.',
    },
    source: 'Guide 2026-03, Step 3: “Managed defaults (managed_config.toml)”; places: Managed configuration',
  },
  'config.toml': {
    purpose:
      'Starting values for approval policy and sandbox mode. A developer’s own config.toml wins over it, within the requirements.',
    places: [
      { system: 'Linux', place: '/etc/codex/config.toml' },
      { system: 'macOS', place: '/etc/codex/config.toml' },
      { system: 'Windows', place: '%ProgramData%\\OpenAI\\Codex\\config.toml' },
    ],
    warning: null,
    source: 'Guide 2026-03, Step 3: “Team Config”; places: Config basics',
  },
};
