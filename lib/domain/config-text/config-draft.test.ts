import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidedBody } from '#lib/domain/config/decided-body';
import {
  approvalPolicies,
  decisionKeys,
  sandboxModes,
  webSearchModes,
} from '#lib/domain/config/decision-values';
import { checkDecisions, decisionsSchema, type Decisions } from '#lib/domain/config/decisions';
import { configFileNames } from '#lib/domain/config/file-sections';
import { presetNames, presets } from '#lib/domain/config/presets';
import type { LoginRestriction } from '#lib/domain/login/login-restriction';
import { bodyOf, emptyDraft, withForm, withText, type ConfigDraft } from './config-draft';
import { formParts } from './decision-places';
import { textValues } from './text-values';

const login: LoginRestriction = { method: 'chatgpt', workspaces: ['123e4567-e89b-42d3-a456-426614174000'] };
const draftOf = (decisions: Decisions): ConfigDraft => ({ decisions, login: null, byText: [], texts: {} });
const standard = draftOf(presets.standard);
const required = (draft: ConfigDraft) => bodyOf('requirements.toml', draft);
const change = (draft: ConfigDraft, from: string, to: string) => {
  const text = required(draft);
  expect(text).toContain(from);
  return withText(draft, 'requirements.toml', text.replace(from, to));
};

const choice = <T>(values: readonly T[]) => fc.subarray([...values]);
const decisions: fc.Arbitrary<Decisions> = fc
  .record({
    approval: choice(approvalPolicies).map((more) => ['on-request', ...more]),
    sandbox: choice(sandboxModes).map((more) => ['read-only', ...more]),
    webSearch: choice(webSearchModes),
    mcp: fc.oneof(
      fc.constantFrom({ mode: 'none' as const }, { mode: 'any' as const }),
      fc.uniqueArray(fc.constantFrom('docs', 'code', 'a_b', 'x-1'), { maxLength: 3 }).map((names) => ({
        mode: 'listed' as const,
        servers: names.map((name, at) => ({
          name,
          identity: at % 2 ? { url: `https://${at}.example/mcp` } : { command: `/opt/${name} "#"` },
        })),
      })),
    ),
    telemetry: fc.record({
      exporter: fc.constantFrom(
        { kind: 'none' as const },
        { kind: 'otlp-http' as const, endpoint: 'https://c.example/v1/logs', protocol: 'json' as const },
        { kind: 'otlp-grpc' as const, endpoint: 'https://c.example:4317' },
      ),
      logUserPrompt: fc.constant(false as const),
      history: fc.constantFrom('save-all' as const, 'none' as const),
      analytics: fc.boolean(),
    }),
  })
  .map((some) => decisionsSchema.parse(some))
  .filter((some) => checkDecisions(some).ok);

describe('text and form', () => {
  test('the text of what was decided says exactly that', () => {
    fc.assert(
      fc.property(decisions, fc.constantFrom(null, login), (decided, restriction) => {
        let draft: ConfigDraft = { ...emptyDraft, login: restriction };
        for (const file of configFileNames) {
          draft = withText(draft, file, decidedBody(file, { decisions: decided, login: restriction }));
        }
        expect(draft).toMatchObject({ decisions: decided, login: restriction, byText: [] });
      }),
    );
  });
  test('the form writes into texts what it would write into a file of its own', () => {
    fc.assert(
      fc.property(decisions, decisions, (before, after) => {
        const texts = Object.fromEntries(
          configFileNames.map((file) => [
            file,
            `# kept\n\n${decidedBody(file, { decisions: before, login: null })}`,
          ]),
        );
        const written = withForm({ ...draftOf(before), texts }, { decisions: after, login }, formParts);
        if (!written.ok) throw new Error(written.error.message);
        const { value } = written;
        for (const file of configFileNames) {
          expect(bodyOf(file, value)).toMatch(/^# kept\n/);
          const wanted = textValues(decidedBody(file, { decisions: after, login })) ?? {};
          const filled = Object.fromEntries(Object.entries(wanted));
          const said = textValues(bodyOf(file, value)) ?? {};
          // A table whose keys all went stays as an empty header, which says nothing but for MCP servers.
          const held = Object.entries(said).filter(
            ([name, table]) => name in wanted || name === 'mcp_servers' || JSON.stringify(table) !== '{}',
          );
          expect(Object.fromEntries(held)).toEqual(filled);
        }
        for (const file of configFileNames) {
          expect(withText(value, file, bodyOf(file, value))).toMatchObject({ decisions: after, byText: [] });
        }
      }),
    );
  });
  test('what the text says and the form has a field for, the form says too', () => {
    const draft = change(standard, '["read-only", "workspace-write"]', '[ "read-only" ] # closed for now');
    expect(draft.decisions.sandbox).toEqual(['read-only']);
    expect(draft.byText).toEqual([]);
  });
  test('what the form has no field for is the text’s, and the form’s value stays behind', () => {
    const draft = change(standard, '["on-request"]', '["untrusted"]');
    expect(draft.byText).toEqual(['approval']);
    expect(draft.decisions.approval).toEqual(['on-request']);
    const back = withForm(draft, { decisions: presets.flexible, login: null }, ['approval']);
    expect(back).toMatchObject({ ok: true, value: { byText: [] } });
  });
  test('a key that takes an exporter further is the text’s, and stays when something else is decided', () => {
    const text = `${bodyOf('managed_config.toml', standard)}environment = "prod"\n`;
    const draft = withText(standard, 'managed_config.toml', text);
    expect(draft.byText).toEqual([]);
    const telemetry = { ...presets.standard.telemetry, history: 'none' as const };
    const next = withForm(draft, { decisions: { ...presets.standard, telemetry }, login: null }, [
      'telemetry',
    ]);
    expect(next.ok && bodyOf('managed_config.toml', next.value)).toContain('environment = "prod"');
    expect(next.ok && bodyOf('managed_config.toml', next.value)).toContain('persistence = "none"');
  });
  test('a sign-in that the text restricts is the form’s as well', () => {
    const draft = withText(
      standard,
      'requirements.toml',
      `allowed_login_methods = ["chatgpt"]\n${required(standard)}`,
    );
    expect(draft.login).toEqual({ method: 'chatgpt', workspaces: [] });
  });
  test('nobody has decided on sign-in because a text without a word about it was written', () => {
    expect(withText(standard, 'requirements.toml', `${required(standard)}# more\n`).login).toBeNull();
  });
  test('never without full access is nothing the form can say', () => {
    const draft = change(standard, '["on-request"]', '["on-request", "never"]');
    expect(draft.byText).toEqual(['approval']);
  });
});

describe('a text that is no TOML', () => {
  const broken = withText(standard, 'requirements.toml', 'allowed_sandbox_modes = [');
  test('is kept as it was typed, and the form says nothing of what stands in it', () => {
    expect(required(broken)).toBe('allowed_sandbox_modes = [');
    expect(broken.byText).toEqual(
      expect.arrayContaining(['approval', 'sandbox', 'webSearch', 'mcp', 'login']),
    );
    expect(broken.byText).not.toContain('telemetry');
  });
  test('takes nothing from the form', () => {
    const written = withForm(broken, { decisions: presets.strict, login: null }, decisionKeys);
    expect(written).toMatchObject({
      ok: false,
      error: { code: 'text_not_readable', file: 'requirements.toml' },
    });
  });
  test('is read as soon as it is mended', () => {
    for (const preset of presetNames) {
      const text = decidedBody('requirements.toml', { decisions: presets[preset], login: null });
      expect(withText(broken, 'requirements.toml', text)).toMatchObject({
        byText: [],
        decisions: { sandbox: presets[preset].sandbox },
      });
    }
  });
});

test('the first text of a workspace makes the other files say nothing', () => {
  const draft = withText(emptyDraft, 'requirements.toml', 'allowed_sandbox_modes = ["read-only"]\n');
  expect(bodyOf('managed_config.toml', draft)).toBe('');
  expect(draft.decisions.sandbox).toEqual(['read-only']);
  expect(draft.byText).toEqual(['approval', 'webSearch', 'telemetry']);
});
