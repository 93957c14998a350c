import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { starterTeamConfig } from '#lib/catalog/team-config-starter';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { setLoginRestriction } from '#lib/commands/login/set-login-restriction';
import { db } from '#lib/data/db';
import { readConfigurationFile } from '#lib/queries/configuration';
import { describeRollout } from '#lib/queries/rollout';
import { readTeamConfig, readTeamConfigZip } from '#lib/queries/team-config';
import type { Context } from '#lib/domain/context';
import { arrange, auditLog } from '#test/arrange';
import { setTeamConfig } from './set-team-config';

const rules = 'prefix_rule(pattern = ["git", "push"], decision = "prompt")';
const docs = { name: 'docs', description: 'Use for questions about the docs.', body: '# Read the docs' };
const stored = (workspaceId: string) => db.teamConfig.findUnique({ where: { workspaceId } });
const task = async (ctx: Context, id: string) =>
  (await describeRollout(ctx))?.steps.flatMap((step) => step.tasks).find((one) => one.id === id);

describe('setTeamConfig', () => {
  test('rules and skills are stored whole and stand in the audit log, with all that states follow from', async () => {
    const { ctx } = await arrange();

    const result = await setTeamConfig(ctx, { rules, skills: [docs], version: 0 });

    const row = await stored(ctx.workspaceId);
    expect(row).toMatchObject({ rules, skills: [docs], errors: 0, version: 1, changedBy: ctx.actor.name });
    const view = { rules, skills: [docs], findings: [], errors: 0, sha256: row?.sha256, version: 1 };
    expect(result).toEqual({ ok: true, value: view });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'team_config.saved', subject: 'team_config:files', before: { version: 0 }, after: view },
    ]);
  });

  test('a part that is saved first keeps the rest of the starter content', async () => {
    const { ctx } = await arrange();

    await setTeamConfig(ctx, { rules: '', version: 0 });
    await setTeamConfig(ctx, { ...docs, replaces: null, version: 1 });
    await setTeamConfig(ctx, { ...docs, body: 'Other', replaces: 'docs', version: 2 });

    const row = await stored(ctx.workspaceId);
    expect(row).toMatchObject({
      rules: '',
      skills: [...starterTeamConfig.skills, { ...docs, body: 'Other' }],
      version: 3,
    });
    await setTeamConfig(ctx, { remove: 'docs', version: 3 });
    expect((await readTeamConfig(ctx))?.skills).toEqual(starterTeamConfig.skills);
  });

  test('the same content again records nothing', async () => {
    const { ctx } = await arrange();
    await setTeamConfig(ctx, { rules, skills: [docs], version: 0 });

    expect(await setTeamConfig(ctx, { rules, version: 1 })).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('the task is done once decisions are taken and rules without an error are saved', async () => {
    const { ctx } = await arrange();
    const state = async () => (await task(ctx, 'configuration.team_config'))?.state;
    expect(await state()).toBe('todo');
    await setTeamConfig(ctx, { rules: 'prefix_rule(', skills: [], version: 0 });
    expect(await state()).toBe('in_progress');
    await setTeamConfig(ctx, { rules: '', version: 1 });
    expect(await state()).toBe('in_progress');
    await setConfiguration(ctx, { preset: 'strict', version: 0 });
    expect(await state()).toBe('done');
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not save, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await setTeamConfig(await as(appRole), { rules, version: 0 });

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(await stored(ctx.workspaceId)).toBeNull();
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test.each([
    ['a hostile name', { ...docs, name: '../../etc/passwd', replaces: null, version: 0 }, 'name'],
    ['a skill without instructions', { ...docs, body: '', replaces: null, version: 0 }, 'body'],
    ['rules with control characters', { rules: 'a\u0007', version: 0 }, 'rules'],
    ['a hostile name in a list', { rules, skills: [{ ...docs, name: '..' }], version: 0 }, 'skills'],
    ['no version', { rules }, 'version'],
  ])('%s is refused at its field', async (_, input, field) => {
    const { ctx } = await arrange();

    const result = await setTeamConfig(ctx, input);

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields ?? {})).toEqual([field]);
    expect(await stored(ctx.workspaceId)).toBeNull();
  });

  test('a name that is taken and a skill that is gone are refused', async () => {
    const { ctx } = await arrange();
    await setTeamConfig(ctx, { rules, skills: [docs], version: 0 });

    const taken = await setTeamConfig(ctx, { ...docs, replaces: null, version: 1 });
    const gone = await setTeamConfig(ctx, { remove: 'wiki', version: 1 });

    expect(taken).toMatchObject({ ok: false, error: { code: 'skill_name_twice' } });
    expect(gone).toMatchObject({ ok: false, error: { code: 'skill_unknown' } });
  });

  test('of two who save at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('it_owner');

    const results = await Promise.all([
      setTeamConfig(ctx, { rules, version: 0 }),
      setTeamConfig(other, { rules: '', version: 0 }),
    ]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });
});

describe('the archive', () => {
  const entries = (zip: Awaited<ReturnType<typeof readTeamConfigZip>>) =>
    Object.entries(unzipSync(zip?.content ?? new Uint8Array())).map(
      ([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const,
    );

  test('is there once decisions are taken, and begins with the starter content', async () => {
    const { ctx } = await arrange();
    expect(await readTeamConfigZip(ctx)).toBeNull();
    await setConfiguration(ctx, { preset: 'standard', version: 0 });

    const zip = await readTeamConfigZip(ctx);

    expect(entries(zip).map(([path]) => path)).toEqual([
      'config.toml',
      'rules/default.rules',
      'skills/before-commit/SKILL.md',
    ]);
    const config = await readConfigurationFile(ctx, { name: 'config.toml' });
    expect(entries(zip)[0]?.[1]).toBe(config?.text);
    expect(zip?.sha256).toBe(
      createHash('sha256')
        .update(zip?.content ?? '')
        .digest('hex'),
    );
    expect((await readTeamConfigZip({ ...ctx, now: new Date(0) }))?.sha256).toBe(zip?.sha256);
  });

  test('holds what was saved, with the time of that', async () => {
    const { ctx } = await arrange();
    await setConfiguration(ctx, { preset: 'standard', version: 0 });
    const later = new Date(ctx.now.getTime() + 60_000);
    await setTeamConfig({ ...ctx, now: later }, { rules, skills: [docs], version: 0 });

    const files = Object.fromEntries(entries(await readTeamConfigZip(ctx)));

    expect(files['rules/default.rules']).toContain(`# Last change: ${later.toISOString()}\n`);
    expect(files['rules/default.rules']).toContain(`\n\n${rules}\n`);
    expect(files['skills/docs/SKILL.md']).toContain('name: "docs"');
    expect(files['config.toml']).toContain(`# Last change: ${ctx.now.toISOString()}\n`);
  });
});

test('files that say who may sign in carry the time of that decision, and config.toml does not', async () => {
  const { ctx } = await arrange();
  await setConfiguration(ctx, { preset: 'standard', version: 0 });
  const later = new Date(ctx.now.getTime() + 60_000);
  await setLoginRestriction({ ...ctx, now: later }, { method: 'chatgpt', workspaces: [], version: 0 });
  const textOf = async (name: string) => (await readConfigurationFile(ctx, { name }))?.text;

  expect(await textOf('requirements.toml')).toContain('allowed_login_methods = ["chatgpt"]');
  expect(await textOf('managed_config.toml')).toContain('forced_login_method = "chatgpt"');
  expect(await textOf('requirements.toml')).toContain(later.toISOString());
  expect(await textOf('config.toml')).toContain(ctx.now.toISOString());

  await setConfiguration(ctx, { preset: 'strict', version: 1 });
  expect(await textOf('requirements.toml')).toContain('allowed_login_methods = ["chatgpt"]');
});
