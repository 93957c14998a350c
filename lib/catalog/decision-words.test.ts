import { describe, expect, test } from 'vitest';
import { decisionsSchema } from '#lib/domain/config/decisions';
import { presets } from '#lib/domain/config/presets';
import { chosenOptions, decisionLines } from './decision-words';

describe('decisions in words', () => {
  test('no web search is said, not left empty', () => {
    expect(decisionLines('webSearch', presets.strict)).toEqual(['disabled']);
    expect(decisionLines('webSearch', presets.flexible)).toEqual(['cached', 'live']);
  });

  test('listed servers are named with what stands behind them', () => {
    const { mcp } = decisionsSchema.shape;
    const servers = [
      { name: 'wiki', identity: { url: 'https://wiki.example/mcp' } },
      { name: 'docs', identity: { command: 'docs-server' } },
    ];

    expect(decisionLines('mcp', { ...presets.strict, mcp: mcp.parse({ mode: 'listed', servers }) })).toEqual([
      'Only those listed (docs: docs-server, wiki: https://wiki.example/mcp)',
    ]);
    expect(decisionLines('mcp', presets.standard)).toEqual(['Only those listed (none yet)']);
  });

  test('telemetry says where records go, what stays on the computer and what OpenAI gets', () => {
    const telemetry = decisionsSchema.shape.telemetry.parse({
      ...presets.strict.telemetry,
      exporter: { kind: 'otlp-http', endpoint: 'https://collector.example/v1/logs', protocol: 'json' },
    });

    expect(decisionLines('telemetry', { ...presets.strict, telemetry })).toEqual([
      'OTLP over HTTP (https://collector.example/v1/logs, Encoding json)',
      'No history',
      'Usage metrics: Off',
    ]);
  });

  test('each value brings its meaning and what follows from it', () => {
    expect(chosenOptions('sandbox', presets.strict)).toEqual([
      {
        label: 'read-only',
        meaning: 'Commands may read files and change nothing; they have no network by default.',
        consequence: 'Every edit and every command that writes needs an approval.',
        details: [],
      },
    ]);
  });
});
