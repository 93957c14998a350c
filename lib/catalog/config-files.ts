/** The parts of a configuration that are laid down somewhere, in the order of the guide. */
export const fileKinds = [
  'requirements.toml',
  'managed_config.toml',
  'config.toml',
  'rules',
  'skills',
] as const;

/** One part of a configuration that is laid down somewhere. */
export type FileKind = (typeof fileKinds)[number];

/** Where files are laid down: four kinds of computers, and a repository. */
export const systems = {
  linux: { label: 'Linux', note: null },
  macos: {
    label: 'macOS',
    note: 'Requirements and managed defaults can come by MDM instead; see below.',
  },
  windows: {
    label: 'Windows',
    note: 'Files arrive by Intune, group policy or another tool: Windows has no preference domain for Codex.',
  },
  wsl: {
    label: 'WSL',
    note: 'Inside WSL Codex is a Linux client. It reads the Linux places of its distribution, and each distribution has its own.',
  },
  repository: {
    label: 'A repository',
    note: 'Checked in, for everyone who works in it. Codex reads it only once the developer trusts the folder, and it can only add to what an administrator set.',
  },
} as const;

/** Name of one place to lay files down. */
export type System = keyof typeof systems;

/** A path, and what to know about it; `path` is null where there is no such place. */
export type FilePlace = { path: string | null; note: string | null };

/** A part of the configuration in words. */
export type ConfigFileText = {
  /** What it does, in one sentence. */
  purpose: string;
  places: Readonly<Record<System, FilePlace>>;
  /** What somebody who changes the file by hand has to know. */
  warning: { title: string; text: string } | null;
  source: string;
};

const at = (path: string, note: string | null = null): FilePlace => ({ path, note });
const nowhere = (note: string): FilePlace => ({ path: null, note });

const weak = 'The developer can change it here: a weak place.';
const besideConfig = 'Beside the system’s config.toml; not documented for Windows by itself.';

/** What each part does, and where it is looked for. */
export const configFileTexts: Readonly<Record<FileKind, ConfigFileText>> = {
  'requirements.toml': {
    purpose: 'Constraints that developers cannot override.',
    places: {
      linux: at('/etc/codex/requirements.toml'),
      macos: at('/etc/codex/requirements.toml', 'Or by MDM as requirements_toml_base64.'),
      windows: at('%ProgramData%\\OpenAI\\Codex\\requirements.toml'),
      wsl: at('/etc/codex/requirements.toml'),
      repository: nowhere('Codex reads no requirements from a repository.'),
    },
    warning: null,
    source: 'Guide 2026-03, Step 3: “Requirements (requirements.toml)”; places: Managed configuration',
  },
  'managed_config.toml': {
    purpose: 'Starting values that return at each launch. Developers may change them while they work.',
    places: {
      linux: at('/etc/codex/managed_config.toml'),
      macos: at('/etc/codex/managed_config.toml', 'Or by MDM as config_toml_base64.'),
      windows: at('~/.codex/managed_config.toml', weak),
      wsl: at('/etc/codex/managed_config.toml'),
      repository: nowhere('Codex reads no managed defaults from a repository.'),
    },
    warning: {
      title: 'This file never holds approval_policy, sandbox_mode or approvals_reviewer.',
      text: 'Current clients turn these three into requirements that outrank requirements.toml, so here they would loosen it without a warning. Starting values for the first two are in config.toml.',
    },
    source: 'Guide 2026-03, Step 3: “Managed defaults (managed_config.toml)”; places: Managed configuration',
  },
  'config.toml': {
    purpose:
      'Starting values for approval policy and sandbox mode. A developer’s own config.toml wins over it, within the requirements.',
    places: {
      linux: at('/etc/codex/config.toml'),
      macos: at('/etc/codex/config.toml'),
      windows: at('%ProgramData%\\OpenAI\\Codex\\config.toml'),
      wsl: at('/etc/codex/config.toml'),
      repository: at(
        '.codex/config.toml',
        'Wins over the developer’s own file while they work in the repository.',
      ),
    },
    warning: null,
    source: 'Guide 2026-03, Step 3: “Team Config”; places: Config basics',
  },
  rules: {
    purpose:
      'What happens when Codex wants to run a command: allow, prompt or forbid. Rules of all places count; the strictest wins.',
    places: {
      linux: at('/etc/codex/rules/default.rules'),
      macos: at('/etc/codex/rules/default.rules'),
      windows: at('%ProgramData%\\OpenAI\\Codex\\rules\\default.rules', besideConfig),
      wsl: at('/etc/codex/rules/default.rules'),
      repository: at('.codex/rules/default.rules'),
    },
    warning: {
      title: 'One broken rules file switches off all of them.',
      text: 'A developer’s own file too: clients then start with a warning and without any rule. What must hold belongs into requirements.toml.',
    },
    source: 'Guide 2026-03, Step 3: “Team Config”; places: Rules',
  },
  skills: {
    purpose: 'Instructions that Codex reads when their description fits the work at hand.',
    places: {
      linux: at('/etc/codex/skills/<name>/SKILL.md'),
      macos: at('/etc/codex/skills/<name>/SKILL.md'),
      windows: at('%ProgramData%\\OpenAI\\Codex\\skills\\<name>\\SKILL.md', besideConfig),
      wsl: at('/etc/codex/skills/<name>/SKILL.md'),
      repository: at(
        '.agents/skills/<name>/SKILL.md',
        'The documented place. Clients read .codex/skills/<name>/SKILL.md as well, which is where the archive unpacks.',
      ),
    },
    warning: null,
    source: 'Guide 2026-03, Step 3: “Team Config”; places: Skills',
  },
};
