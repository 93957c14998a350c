import { z } from 'zod';
import type { ConfigKey, Reaction, Sample } from '#lib/domain/config-check/config-key';
import { choice, count, flag, named, shape, table, text, type Draft } from './kinds';

const exporterNames = ['none', 'statsig'] as const;
const collectors = {
  'otlp-http': { endpoint: 'https://collector.example/v1/logs', protocol: 'binary' },
  'otlp-grpc': { endpoint: 'https://collector.example:4317' },
} as const;
const http = { 'otlp-http': collectors['otlp-http'] };
const grpc = { 'otlp-grpc': collectors['otlp-grpc'] };

const exporter = z.union([
  z.enum(exporterNames),
  z.strictObject({
    'otlp-http': z.looseObject({ endpoint: z.string(), protocol: z.enum(['binary', 'json']) }),
  }),
  z.strictObject({ 'otlp-grpc': z.looseObject({ endpoint: z.string() }) }),
]);

const certificates = ['ca-certificate', 'client-certificate', 'client-private-key'] as const;

/** What clients do about an unknown key: in the tables themselves, and in a collector's. */
type Unknown = { inTables: Reaction; inCollectors: Reaction };
type Facts = Partial<ConfigKey>;

const placedAt = (exporterName: string, value: Sample) => ({ otel: { [exporterName]: value } });

function collectorKeys(kind: keyof typeof collectors, name: string, facts: Facts, unknown: Unknown): Draft[] {
  const below = `otel.${name}.${kind}`;
  const here = { ...facts, beside: placedAt(name, { [kind]: collectors[kind] }) };
  const onUnknown = unknown.inCollectors;
  return [
    table(below, `A collector that is sent records by ${kind === 'otlp-http' ? 'HTTP' : 'gRPC'}.`, {
      ...facts,
      good: [collectors[kind]],
      onUnknown,
    }),
    text(`${below}.endpoint`, 'Whole address of the collector.', {
      ...here,
      good: [collectors[kind].endpoint],
    }),
    named(
      `${below}.headers`,
      'Headers of each request; a secret in them can be read on every machine.',
      here,
    ),
    table(`${below}.tls`, 'Certificates for the collector.', { ...here, onUnknown }),
    ...certificates.map((file) =>
      text(`${below}.tls.${file}`, `File that holds the ${file.replaceAll('-', ' ')}.`, {
        ...here,
        good: [],
      }),
    ),
  ];
}

function exporterKeys(name: string, what: string, facts: Facts, unknown: Unknown): readonly Draft[] {
  const collectorFacts = { ...facts, byDefault: null };
  return [
    shape(`otel.${name}`, exporter, `Where clients send ${what}.`, {
      ...facts,
      onUnknown: 'refused',
      values: exporterNames,
      good: ['none', 'statsig', http, grpc],
      bad: ['otlp-http', { 'otlp-http': { endpoint: 'https://collector.example' } }, 7],
    }),
    ...collectorKeys('otlp-http', name, collectorFacts, unknown),
    choice(`otel.${name}.otlp-http.protocol`, ['binary', 'json'], 'How records are written.', {
      ...collectorFacts,
      beside: placedAt(name, http),
    }),
    ...collectorKeys('otlp-grpc', name, collectorFacts, unknown),
  ];
}

/** The keys of a client's own telemetry, which requirements and starting values share. */
export function otelKeys(unknown: Unknown): readonly Draft[] {
  const here = { shown: 'otel', risk: 'high' } as const;
  const harmless = { shown: 'otel', risk: 'low' } as const;
  const onUnknown = unknown.inTables;
  return [
    table('otel', 'What clients record of their own work, and where they send it.', {
      ...here,
      good: [{ log_user_prompt: false }],
      onUnknown,
    }),
    ...exporterKeys('exporter', 'log events', { ...here, byDefault: 'none' }, unknown),
    ...exporterKeys('trace_exporter', 'traces', here, unknown),
    ...exporterKeys('metrics_exporter', 'metrics', { ...here, byDefault: 'statsig' }, unknown),
    flag('otel.log_user_prompt', 'Whether what users type is sent as well.', { ...here, byDefault: false }),
    text('otel.environment', 'Name of the environment in each record.', { ...harmless, byDefault: 'dev' }),
    named('otel.span_attributes', 'Attributes that every span gets.', harmless),
    table('otel.tracestate', 'What is passed on in the trace state.', {
      ...harmless,
      good: [{ vendor: { key: 'value' } }],
      onUnknown: null,
    }),
    flag('otel.log_agent_responses', 'Whether what the agent answers is sent as well.', here),
    flag('otel.log_guardian_assessments', 'Whether what the reviewing agent found is sent as well.', here),
    flag('otel.log_sse_deltas', 'Whether each piece of a streamed answer is recorded.', harmless),
    table('otel.tool_result', 'How much of a tool’s output is recorded.', {
      ...here,
      good: [{ max_bytes: 1000 }],
      onUnknown: 'warned',
    }),
    count('otel.tool_result.max_bytes', 'Most bytes of a tool’s output in one record.', {
      ...here,
      good: [1000],
    }),
  ];
}
