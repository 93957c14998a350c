import { expect, test } from 'vitest';
import { setTeamConfig } from '#lib/commands/team-config/set-team-config';
import { Forbidden, InvalidInput } from '#lib/domain/errors';
import { arrange } from '#test/arrange';
import { checkRulesFor, compareFriction, readFriction } from './exec-rules';

const rules =
  'prefix_rule(["git", "push"], "prompt", justification = "It leaves.")\nprefix_rule(["git"], "allow")';

test('a command is decided by the rules that are sent, not by the stored ones', async () => {
  const { ctx } = await arrange();

  expect(await checkRulesFor(ctx, { rules, argv: ['git', 'push', 'origin'] })).toEqual({
    decision: 'prompt',
    matched: [
      { matchedPrefix: ['git', 'push'], decision: 'prompt', justification: 'It leaves.', line: 1 },
      { matchedPrefix: ['git'], decision: 'allow', justification: null, line: 2 },
    ],
    faults: [],
    notSimulated: [],
  });
  expect(await checkRulesFor(ctx, { rules, argv: ['sudo', 'ls'] })).toMatchObject({ decision: null });
});

test('a file that a client refuses, or would have to run, decides nothing and says where', async () => {
  const { ctx } = await arrange();
  const nothing = { decision: null, matched: [] };

  expect(await checkRulesFor(ctx, { rules: `\n${rules}, `, argv: ['git'] })).toEqual({
    ...nothing,
    faults: [{ line: 3, column: 30, message: "unexpected symbol ',', expected new line" }],
    notSimulated: [],
  });
  expect(await checkRulesFor(ctx, { rules: `x = 1\n${rules}`, argv: ['git'] })).toEqual({
    ...nothing,
    faults: [],
    notSimulated: [{ line: 1, column: 1, reason: 'the name x' }],
  });
});

test.each([
  ['no command', { rules, argv: [] }],
  ['no rules', { argv: ['git'] }],
  ['too long rules', { rules: 'x'.repeat(32_001), argv: ['git'] }],
  ['a field of another name', { rules, argv: ['git'], cwd: '/' }],
])('%s is refused', async (_, input) => {
  const { ctx } = await arrange();

  await expect(checkRulesFor(ctx, input)).rejects.toThrow(InvalidInput);
});

test('whoever may not read the rollout may not ask', async () => {
  const { ctx } = await arrange();
  const visitor = { ...ctx, actor: { ...ctx.actor, appRole: 'visitor' as const } };

  await expect(checkRulesFor(visitor, { rules, argv: ['git'] })).rejects.toThrow(Forbidden);
  await expect(compareFriction(visitor, { rules })).rejects.toThrow(Forbidden);
  await expect(readFriction(visitor)).rejects.toThrow(Forbidden);
});

test('other rules are compared with the stored ones over everyday commands', async () => {
  const { ctx } = await arrange();
  await setTeamConfig(ctx, { rules, skills: [], version: 0 });

  const compared = await compareFriction(ctx, { rules: `${rules}\nprefix_rule(["sudo"], "forbidden")` });

  expect(compared?.changed.length).toBeGreaterThan(2);
  expect(compared?.changed).toContainEqual({
    category: 'Processes and machine',
    line: 'sudo systemctl restart nginx',
    before: 'none',
    after: 'forbidden',
  });
  expect(compared?.before.find(({ category }) => category === 'Git: look')?.counts).toMatchObject({
    allow: 19,
    none: 1,
  });
});

test('the last save is compared with what was before it', async () => {
  const { ctx } = await arrange();
  const linesOf = async () => (await readFriction(ctx))?.changed.map(({ line }) => line);
  expect(await linesOf()).toEqual([]);

  await setTeamConfig(ctx, { rules, skills: [], version: 0 });
  await setTeamConfig(ctx, { rules: `${rules}\nprefix_rule(["rm"], "prompt")`, version: 1 });
  expect(await linesOf()).toEqual(expect.arrayContaining(['rm src/old.ts', 'rm -rf /']));
  expect(await linesOf()).not.toContain('git push');

  await setTeamConfig(ctx, {
    name: 'docs',
    description: 'Use it.',
    body: '# Docs',
    replaces: null,
    version: 2,
  });
  expect(await linesOf()).toEqual([]);
});
