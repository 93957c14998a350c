import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { appRoles, can, type Capability } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { arrange, auditLog } from '#test/arrange';
import type { Command } from './define-command';

type AnyCommand = Command<unknown, { code: string; message: string }>;
type Module = Record<string, unknown>;

const isCommand = (value: unknown): value is AnyCommand =>
  typeof value === 'function' && 'capability' in value;

/** Every command there is, found in the files themselves, so that none is forgotten here. */
async function everyCommand(): Promise<{ name: string; command: AnyCommand }[]> {
  const files = readdirSync('lib/commands', { recursive: true, encoding: 'utf8' });
  const paths = files
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''));
  const modules = await Promise.all(
    paths.map((path): Promise<Module> => import(/* @vite-ignore */ `./${path}.ts`)),
  );
  return modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (isCommand(value) ? [{ name, command: value }] : [])),
  );
}

const commands = await everyCommand();
const holders = [...appRoles, 'visitor', 'system'] as const;
const cases = commands.flatMap(({ name, command }) =>
  holders
    .filter((appRole) => !can({ appRole }, command.capability))
    .map((appRole) => ({ name, command, appRole, capability: command.capability satisfies Capability })),
);

describe('every command', () => {
  test('is found in its file', () => {
    const names = commands.map(({ name }) => name);

    expect(names).toEqual(
      expect.arrayContaining(['setOwner', 'inviteMember', 'acceptInvitation', 'signStep']),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(17);
  });

  test.each(cases)('$name refuses $appRole and records nothing', async ({ command, appRole, capability }) => {
    const { ctx } = await arrange();
    const actor: Context['actor'] = { ...ctx.actor, appRole };

    const result = await command({ ...ctx, actor }, {});

    expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', capability } });
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });
});
