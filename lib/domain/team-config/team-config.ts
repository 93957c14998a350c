import { z } from 'zod';
import { canonicalJson } from '#lib/domain/audit/chain';
import { err, ok, type Result } from '#lib/domain/result';
import { multilineText, plainText } from '#lib/domain/text';

const MAX_SKILLS = 20;
const MAX_CHARACTERS = 100_000;

/** Names that Windows keeps for devices: a folder called so cannot be made there. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Fields of one skill. The name becomes a folder, so nothing but these characters may be in it. */
export const skillFields = {
  name: z
    .string()
    .max(64, 'Use up to 64 characters.')
    .regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'Use small letters a to z, digits and single hyphens between them, such as release-notes.',
    )
    .refine((name) => !deviceName.test(name), 'Windows keeps this name for a device. Use another one.'),
  description: plainText({ max: 1024 }),
  body: multilineText({ max: 16_000 }),
};

/** Text of `rules/default.rules`; empty where no rules are wanted. */
export const rulesText = multilineText({ min: 0, max: 32_000 });

const skill = z.strictObject(skillFields);

/** One skill: what it is called, when Codex should use it, and what it says. */
export type Skill = z.output<typeof skill>;

const byName = (a: Skill, b: Skill) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Skills, sorted by name. */
export const skillList = z
  .array(skill)
  .max(MAX_SKILLS, `Keep up to ${MAX_SKILLS} skills.`)
  .overwrite((skills) => [...skills].sort(byName));

/** Rules and skills that go along with config.toml, in canonical order. */
export type TeamConfig = { rules: string; skills: readonly Skill[] };

/** A change of the Team Config: all of it, its rules, one skill put in the place of `replaces`, one removed. */
export type TeamConfigChange =
  | { rules: string; skills: readonly Skill[] }
  | { rules: string }
  | (Skill & { replaces: string | null })
  | { remove: string };

/** Why a change of the Team Config cannot stand. */
export type TeamConfigError =
  | { code: 'skill_name_twice'; message: string; fields: Record<string, string[]> }
  | { code: 'skill_unknown'; message: string }
  | { code: 'too_many_skills' | 'team_config_too_large'; message: string };

/**
 * The Team Config after a change.
 *
 * Fails with `skill_name_twice` when two skills share a name, `skill_unknown` when the skill to replace or
 * remove is not there, `too_many_skills` over 20, `team_config_too_large` over 100,000 characters in all.
 */
export function changeTeamConfig(
  current: TeamConfig,
  change: TeamConfigChange,
): Result<TeamConfig, TeamConfigError> {
  const changed = applyChange(current, change);
  return changed.ok ? checkWhole(changed.value) : changed;
}

function applyChange(current: TeamConfig, change: TeamConfigChange): Result<TeamConfig, TeamConfigError> {
  if ('skills' in change) return ok({ rules: change.rules, skills: change.skills });
  if ('rules' in change) return ok({ ...current, rules: change.rules });
  if ('remove' in change) return withoutSkill(current, change.remove);
  const { replaces, ...added } = change;
  const rest = replaces === null ? ok(current) : withoutSkill(current, replaces);
  if (!rest.ok) return rest;
  return ok({ ...current, skills: [...rest.value.skills, added].sort(byName) });
}

function withoutSkill(current: TeamConfig, name: string): Result<TeamConfig, TeamConfigError> {
  const skills = current.skills.filter((one) => one.name !== name);
  if (skills.length < current.skills.length) return ok({ ...current, skills });
  return err({ code: 'skill_unknown', message: `There is no skill ${name} any more.` });
}

function checkWhole(config: TeamConfig): Result<TeamConfig, TeamConfigError> {
  const names = config.skills.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    const message = `There is a skill ${twice} already. Give each skill its own name.`;
    return err({ code: 'skill_name_twice', message, fields: { name: [message] } });
  }
  if (names.length > MAX_SKILLS) {
    return err({ code: 'too_many_skills', message: `Keep up to ${MAX_SKILLS} skills.` });
  }
  const characters = canonicalJson(config).length;
  if (characters > MAX_CHARACTERS) {
    const message = 'Rules and skills are too large together. Keep them under 100,000 characters.';
    return err({ code: 'team_config_too_large', message });
  }
  return ok(config);
}

/** Path of the rules below the folder that Codex looks into. */
export const rulesPath = 'rules/default.rules';

/** Path of a skill below that folder. Clients look for exactly this name. */
export const skillPath = (name: string): string => `skills/${name}/SKILL.md`;

/** The text whose SHA-256 stands for the whole Team Config. */
export const teamConfigText = ({ rules, skills }: TeamConfig): string => canonicalJson({ rules, skills });
