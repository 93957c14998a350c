import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkDecisions, decisionsSchema, type Decisions } from './decisions';
import { presetNames, presets } from './presets';

const standard = presets.standard;
const parse = (change: Record<string, unknown>) => decisionsSchema.safeParse({ ...standard, ...change });
const listed = (...servers: unknown[]) => ({ mcp: { mode: 'listed', servers } });
const otlp = (endpoint: string) => ({
  telemetry: { ...standard.telemetry, exporter: { kind: 'otlp-http', endpoint, protocol: 'binary' } },
});

describe('decisionsSchema', () => {
  test('the same choice in another order, or said twice, is the same decision', () => {
    const one = decisionsSchema.parse({
      ...standard,
      approval: ['never', 'on-request', 'never'],
      sandbox: ['danger-full-access', 'read-only'],
      webSearch: ['live', 'cached'],
      ...listed({ name: 'b', identity: { command: 'b' } }, { name: 'a', identity: { command: 'a' } }),
    });
    const other = decisionsSchema.parse({
      ...standard,
      approval: ['on-request', 'never'],
      sandbox: ['read-only', 'danger-full-access'],
      webSearch: ['cached', 'live'],
      ...listed({ name: 'a', identity: { command: 'a' } }, { name: 'b', identity: { command: 'b' } }),
    });

    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  test.each([
    ['an approval policy without on-request', { approval: ['never'] }],
    ['no approval policy at all', { approval: [] }],
    ['a policy the clients no longer know', { approval: ['on-request', 'untrusted'] }],
    ['a sandbox without read-only', { sandbox: ['workspace-write'] }],
    ['an unknown web search mode', { webSearch: ['indexed'] }],
    ['an unknown field', { model: 'x' }],
    ['a field too many in a server', listed({ name: 'a', identity: { command: 'a', args: [] } })],
    ['a server without identity', listed({ name: 'a' })],
    [
      'a server with both identities',
      listed({ name: 'a', identity: { command: 'a', url: 'https://a.example' } }),
    ],
    ['a server name that TOML would have to quote', listed({ name: 'a.b', identity: { command: 'a' } })],
    ['a command with a line break', listed({ name: 'a', identity: { command: 'a\nb' } })],
    ['a command that turns the reading direction', listed({ name: 'a', identity: { command: 'a\u202eb' } })],
    ['a command with half a character', listed({ name: 'a', identity: { command: 'a\ud800' } })],
    ['an empty command', listed({ name: 'a', identity: { command: ' ' } })],
    ['an address that is no web address', listed({ name: 'a', identity: { url: 'file:///etc/passwd' } })],
    ['an address with a password', listed({ name: 'a', identity: { url: 'https://u:p@a.example/' } })],
    ['an address with a token', listed({ name: 'a', identity: { url: 'https://a.example/?api_key=1' } })],
    ['a collector with a user name', otlp('https://u@collector.example/v1/logs')],
    ['a collector address with a blank', otlp('https://collector.example/ v1')],
    ['a collector without address', otlp('https://')],
    ['prompts in the export', { telemetry: { ...standard.telemetry, logUserPrompt: true } }],
    ['10,000 characters', otlp(`https://collector.example/${'x'.repeat(10_000)}`)],
  ])('%s is refused', (_what, change) => {
    expect(parse(change).success).toBe(false);
  });

  test.each([
    ['an MCP server by command', listed({ name: 'docs-1', identity: { command: '/opt/docs "server"' } })],
    ['an MCP server by address', listed({ name: 'docs', identity: { url: 'https://docs.example/mcp?v=1' } })],
    ['a collector', otlp('http://127.0.0.1:4318/v1/logs')],
    ['no web search', { webSearch: [] }],
  ])('%s is taken', (_what, change) => {
    expect(parse(change).success).toBe(true);
  });

  test('it can be written as JSON Schema in both directions', () => {
    expect(() => z.toJSONSchema(decisionsSchema, { io: 'input' })).not.toThrow();
    expect(() => z.toJSONSchema(decisionsSchema, { io: 'output' })).not.toThrow();
  });
});

describe('checkDecisions', () => {
  test('never without danger-full-access is refused, because a user who asks for both could not start', () => {
    const decisions: Decisions = { ...standard, approval: ['on-request', 'never'] };

    expect(checkDecisions(decisions)).toMatchObject({
      ok: false,
      error: { code: 'never_without_full_access', field: 'approval' },
    });
  });

  test('two listed servers of one name are refused by name', () => {
    const server = (command: string) => ({ name: 'docs', identity: { command } });
    const decisions: Decisions = {
      ...standard,
      mcp: { mode: 'listed', servers: [server('a'), server('b')] },
    };

    expect(checkDecisions(decisions)).toMatchObject({
      ok: false,
      error: { code: 'mcp_name_twice', name: 'docs' },
    });
  });
});

describe('presets', () => {
  test.each(presetNames)('%s is well formed, canonical and stands together', (name) => {
    expect(JSON.stringify(decisionsSchema.parse(presets[name]))).toBe(JSON.stringify(presets[name]));
    expect(checkDecisions(presets[name]).ok).toBe(true);
  });

  test.each(presetNames)('%s allows on-request first, so that it is what clients fall back to', (name) => {
    expect(presets[name].approval[0]).toBe('on-request');
  });

  test.each(['strict', 'standard'] as const)(
    '%s allows neither never, full access nor live search',
    (name) => {
      const { approval, sandbox, webSearch } = presets[name];

      expect([...approval, ...sandbox, ...webSearch]).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(never|danger-full-access|live)$/)]),
      );
    },
  );
});
