import type { ConfigForm } from '#lib/domain/config-check/config-key';

/** Where requirements can come from. */
export const requirementLayers = [
  'cloud_policy',
  'mdm_requirements',
  'requirements',
  'mdm_config',
  'managed_config',
] as const;

/** Where starting values can come from, the strongest first. Requirements bound all of them. */
export const startingLayers = ['mdm_config', 'managed_config', 'project', 'user', 'system_config'] as const;

/** The places that hold a text: a policy, an MDM key, or a file. */
export const textLayers = [
  'cloud_policy',
  'mdm_requirements',
  'mdm_config',
  'requirements',
  'managed_config',
  'project',
  'user',
  'system_config',
] as const;

/** A place that holds a text. */
export type TextLayer = (typeof textLayers)[number];

/** Where a value can come from: a text, or what Codex comes with. */
export type Layer = TextLayer | 'built_in';

/** One of the places that requirements come from. */
export type RequirementLayer = (typeof requirementLayers)[number];

/** Which clients are meant: those that order requirements as they did until, or have done since, 2 June 2026. */
export const eras = ['since', 'before'] as const;

/** Clients before or since 2 June 2026. */
export type Era = (typeof eras)[number];

/** The operating systems of developers' machines. */
export const machineSystems = ['linux', 'macos', 'windows', 'wsl'] as const;

/** One of the operating systems. */
export type MachineSystem = (typeof machineSystems)[number];

/** What a text says, as plain values. */
export type Values = Readonly<Record<string, unknown>>;

/** A machine with a client on it: which layers it has, and what each says. Preferences of MDM count on macOS only. */
export type Machine = {
  system: MachineSystem;
  era: Era;
  /** Whether the developer trusts the folder; without that the repository's file counts for nothing. */
  trusted: boolean;
  values: Readonly<Partial<Record<TextLayer, Values>>>;
};

/** What one layer says of a key. */
export type Said = { layer: Layer; value: unknown };

/** What to know about an answer besides its value. */
export const answerNotes = [
  'profiles_decide',
  'by_host_name',
  'later_clients_skip',
  'deny_read_closes',
  'server_not_allowed',
  'full_access_searches_live',
] as const;

/** One of the things to know about an answer. */
export type AnswerNote = (typeof answerNotes)[number];

/**
 * What a developer ends up with for one key.
 *
 * `value` is undefined where nothing holds; `layers` are those that gave it, several where lists add up; `wanted` is
 * what a starting layer asked for and did not get; `beaten` are the values of weaker layers. `known` tells whether
 * the real client was asked about such a case, or the vendor's documentation is all there is.
 */
export type Answer = {
  form: ConfigForm;
  path: readonly string[];
  value: unknown;
  layers: readonly Layer[];
  wanted: Said | null;
  beaten: readonly Said[];
  known: 'client' | 'documentation';
  notes: readonly AnswerNote[];
};

/** What is known of a key outside this machine: whether clients know it and list it, and what they come with. */
export type KeyFacts = { isKnown: boolean; isShown: boolean; byDefault: unknown };

/** Tells what is known of a key of a form; `path` is its dotted name part by part. */
export type KeyFactsOf = (form: ConfigForm, path: readonly string[]) => KeyFacts;
