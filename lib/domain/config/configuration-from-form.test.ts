import { describe, expect, test } from 'vitest';
import {
  configurationFromForm,
  decisionsFromForm,
  formFromDecisions,
  serverRowsFromForm,
} from './configuration-from-form';
import { decisionsSchema } from './decisions';
import { presetNames, presets } from './presets';

const formOf = (fields: Record<string, string>) => new Map(Object.entries(fields));

const standard = {
  version: '3',
  'sandbox.workspace-write': 'on',
  'webSearch.cached': 'on',
  'mcp.mode': 'listed',
  'telemetry.exporter': 'none',
  'telemetry.history': 'save-all',
};

describe('a form of the five decisions', () => {
  test('gives the input of the write, with what must stay allowed', () => {
    expect(configurationFromForm(formOf(standard))).toEqual({ ...presets.standard, version: 3 });
  });

  test('is read from posted form data too', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(standard)) form.set(name, value);

    expect(decisionsFromForm(form)).toEqual(presets.standard);
  });

  test('every choice of a form is one the schema knows', () => {
    const everything = formOf({
      'approval.never': 'on',
      'sandbox.workspace-write': 'on',
      'sandbox.danger-full-access': 'on',
      'webSearch.cached': 'on',
      'webSearch.live': 'on',
      'mcp.mode': 'any',
      'telemetry.exporter': 'none',
      'telemetry.history': 'save-all',
      'telemetry.analytics': 'on',
    });

    expect(decisionsSchema.parse(decisionsFromForm(everything))).toEqual(presets.flexible);
  });

  test('without a version has none, rather than 0', () => {
    expect(configurationFromForm(formOf({ ...standard, version: '' }))).toMatchObject({ version: null });
  });

  test('an exporter brings its address, and its encoding only where it has one', () => {
    const telemetry = {
      'telemetry.endpoint': ' https://collector.example/v1/logs ',
      'telemetry.protocol': 'json',
    };
    const exporterOf = (kind: string) =>
      decisionsFromForm(formOf({ ...standard, ...telemetry, 'telemetry.exporter': kind })).telemetry;

    expect(exporterOf('otlp-http')).toMatchObject({
      exporter: { kind: 'otlp-http', endpoint: 'https://collector.example/v1/logs', protocol: 'json' },
    });
    expect(exporterOf('otlp-grpc')).toMatchObject({
      exporter: { kind: 'otlp-grpc', endpoint: 'https://collector.example/v1/logs' },
    });
    expect(exporterOf('none')).toMatchObject({ exporter: { kind: 'none' } });
  });

  test('listed servers keep their order and leave empty rows behind', () => {
    const rows = {
      'mcp.0.name': 'wiki',
      'mcp.0.by': 'url',
      'mcp.0.value': 'https://wiki.example/mcp',
      'mcp.1.name': ' ',
      'mcp.1.by': 'command',
      'mcp.1.value': '',
      'mcp.2.name': 'docs',
      'mcp.2.by': 'command',
      'mcp.2.value': 'docs-server',
    };

    expect(decisionsFromForm(formOf({ ...standard, ...rows })).mcp).toEqual({
      mode: 'listed',
      servers: [
        { name: 'wiki', identity: { url: 'https://wiki.example/mcp' } },
        { name: 'docs', identity: { command: 'docs-server' } },
      ],
    });
    expect(decisionsFromForm(formOf({ ...standard, ...rows, 'mcp.mode': 'none' })).mcp).toEqual({
      mode: 'none',
    });
  });

  test('a row knows its place among the servers that are sent, and empty rows at the end are none', () => {
    const names = ['wiki', '', 'docs', '', ''];
    const rows = names.flatMap((name, index) => [
      [`mcp.${index}.name`, name],
      [`mcp.${index}.by`, 'command'],
      [`mcp.${index}.value`, name],
    ]);

    expect(serverRowsFromForm(formOf(Object.fromEntries(rows)))).toMatchObject([
      { name: 'wiki', place: 0 },
      { name: '', place: null },
      { name: 'docs', place: 1 },
    ]);
  });

  test('a server with a name and nothing behind it is kept, for the schema to refuse', () => {
    const rows = { 'mcp.0.name': 'docs', 'mcp.0.by': 'command', 'mcp.0.value': '' };

    expect(decisionsSchema.safeParse(decisionsFromForm(formOf({ ...standard, ...rows }))).success).toBe(
      false,
    );
  });
});

const byHand = decisionsSchema.parse({
  ...presets.strict,
  mcp: {
    mode: 'listed',
    servers: [
      { name: 'wiki', identity: { url: 'https://wiki.example/mcp' } },
      { name: 'docs', identity: { command: 'docs-server' } },
    ],
  },
  telemetry: {
    exporter: { kind: 'otlp-http', endpoint: 'https://collector.example/v1/logs', protocol: 'json' },
    logUserPrompt: false,
    history: 'none',
    analytics: true,
  },
});
const overGrpc = decisionsSchema.parse({
  ...presets.flexible,
  telemetry: {
    ...presets.flexible.telemetry,
    exporter: { kind: 'otlp-grpc', endpoint: 'https://collector.example:4317' },
  },
});

describe('a form that shows decisions', () => {
  test.each([...presetNames.map((name) => presets[name]), byHand, overGrpc])(
    'gives the same decisions back (%#)',
    (decisions) => {
      expect(decisionsFromForm(formOf(formFromDecisions(decisions)))).toEqual(decisions);
    },
  );
});
