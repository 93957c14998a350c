import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { starterTeamConfig } from '#lib/catalog/team-config-starter';
import { checkTeamConfig } from './check-team-config';
import { changeTeamConfig, rulesText, skillFields, skillList, type TeamConfig } from './team-config';

const skill = (name: string, more: Partial<{ description: string; body: string }> = {}) => ({
  name,
  description: `When ${name} fits.`,
  body: '# Steps',
  ...more,
});
const config: TeamConfig = { rules: '# none', skills: [skill('docs'), skill('wiki')] };
const names = (result: ReturnType<typeof changeTeamConfig>) =>
  result.ok ? result.value.skills.map(({ name }) => name) : result.error.code;

describe('a skill', () => {
  test.each(['docs', 'release-notes', 'a', '7', 'x'.repeat(64)])('may be called %s', (name) => {
    expect(skillFields.name.safeParse(name).success).toBe(true);
  });

  test.each([
    ...['', 'Docs', 'release notes', '-docs', 'docs-', 'a--b', 'x'.repeat(65), 'dócs', 'docs\n'],
    ...['../docs', '..', '.', '/etc', 'a/b', 'a\\b', '.hidden', 'docs\0', 'con', 'nul', 'com1'],
  ])('may not be called %j', (name) => {
    expect(skillFields.name.safeParse(name).success).toBe(false);
  });

  test('has a description of up to 1,024 characters in one line, and says something', () => {
    const fits = z.strictObject(skillFields);
    expect(fits.safeParse(skill('a', { description: 'x'.repeat(1024) })).success).toBe(true);
    expect(fits.safeParse(skill('a', { description: 'x'.repeat(1025) })).success).toBe(false);
    expect(fits.safeParse(skill('a', { description: 'one\ntwo' })).success).toBe(false);
    expect(fits.safeParse(skill('a', { body: '  ' })).success).toBe(false);
  });
});

describe('a change', () => {
  test('of the rules leaves the skills alone', () => {
    const changed = changeTeamConfig(config, { rules: '' });
    expect(changed).toEqual({ ok: true, value: { ...config, rules: '' } });
  });

  test('adds a skill at its place in the order', () => {
    expect(names(changeTeamConfig(config, { ...skill('faq'), replaces: null }))).toEqual([
      'docs',
      'faq',
      'wiki',
    ]);
  });

  test('puts a skill in the place of another, under a new name if it has one', () => {
    expect(names(changeTeamConfig(config, { ...skill('zoo'), replaces: 'docs' }))).toEqual(['wiki', 'zoo']);
  });

  test('removes a skill', () => {
    expect(names(changeTeamConfig(config, { remove: 'docs' }))).toEqual(['wiki']);
  });

  test('to a name another skill has is refused at its field', () => {
    const refused = changeTeamConfig(config, { ...skill('wiki'), replaces: 'docs' });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'skill_name_twice', fields: { name: [expect.stringContaining('wiki')] } },
    });
    expect(names(changeTeamConfig(config, { ...skill('wiki'), replaces: null }))).toBe('skill_name_twice');
    expect(names(changeTeamConfig(config, { rules: '', skills: [skill('a'), skill('a')] }))).toBe(
      'skill_name_twice',
    );
  });

  test('of a skill that is gone is refused', () => {
    expect(names(changeTeamConfig(config, { remove: 'faq' }))).toBe('skill_unknown');
    expect(names(changeTeamConfig(config, { ...skill('faq'), replaces: 'faq' }))).toBe('skill_unknown');
  });

  test('over twenty skills or 100,000 characters is refused', () => {
    const many = Array.from({ length: 20 }, (_, index) => skill(`s${index}`));
    expect(names(changeTeamConfig({ rules: '', skills: many }, { ...skill('more'), replaces: null }))).toBe(
      'too_many_skills',
    );
    const long = many.slice(0, 8).map((one) => ({ ...one, body: 'x'.repeat(16_000) }));
    expect(names(changeTeamConfig(config, { rules: '', skills: long }))).toBe('team_config_too_large');
  });
});

describe('the starter content', () => {
  test('parses as it is, and nothing is found in it', () => {
    expect(rulesText.parse(starterTeamConfig.rules)).toBe(starterTeamConfig.rules);
    expect(skillList.parse(starterTeamConfig.skills)).toEqual(starterTeamConfig.skills);
    expect(checkTeamConfig(starterTeamConfig)).toEqual([]);
  });
});

test('descriptions that Codex may not list are warned of', () => {
  const skills = Array.from({ length: 9 }, (_, index) =>
    skill(`s${index}`, { description: 'x'.repeat(1000) }),
  );
  expect(checkTeamConfig({ rules: '', skills })).toMatchObject([{ file: 'skills', severity: 'warning' }]);
});
