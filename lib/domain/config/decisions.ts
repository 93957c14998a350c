import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/result';
import {
  approvalPolicies,
  leastApproval,
  leastSandbox,
  sandboxModes,
  webSearchModes,
} from './decision-values';
import { carriesSecret, isPlainUrl, isVisibleText } from './plain-text';

const MAX_SERVERS = 100;

/** A set written as a list: order and repetition mean nothing, so both are taken away. */
const choiceOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .array(z.enum(values))
    .max(20)
    .overwrite((chosen) => values.filter((value) => chosen.includes(value)));

const url = z
  .string()
  .max(2048, 'Use up to 2,048 characters.')
  .refine(isPlainUrl, 'Give a whole address that begins with https:// or http://.')
  .refine((text) => !carriesSecret(text), 'Leave user names, passwords, keys and tokens out of the address.');

const identity = z.union([
  z.strictObject({
    command: z
      .string()
      .trim()
      .min(1, 'Give the command that starts the server.')
      .max(1024, 'Use up to 1,024 characters.')
      .refine(isVisibleText, 'Use visible characters only.'),
  }),
  z.strictObject({ url }),
]);

const mcpServer = z.strictObject({
  /** The name under which users configure the server: a client compares name and identity. */
  name: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'Use up to 64 letters, digits, hyphens and underscores.'),
  identity,
});

/** One MCP server that users may run: a name and the exact command or address behind it. */
export type McpServer = z.output<typeof mcpServer>;

const byName = (a: McpServer, b: McpServer) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const mcp = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('none') }),
  z.strictObject({
    mode: z.literal('listed'),
    servers: z
      .array(mcpServer)
      .max(MAX_SERVERS, `List up to ${MAX_SERVERS} servers.`)
      .overwrite((servers) => [...servers].sort(byName)),
  }),
  z.strictObject({ mode: z.literal('any') }),
]);

const telemetry = z.strictObject({
  /** Where clients send their own OpenTelemetry records. Headers are left out: they would be secrets. */
  exporter: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('otlp-http'), endpoint: url, protocol: z.enum(['binary', 'json']) }),
    z.strictObject({ kind: z.literal('otlp-grpc'), endpoint: url }),
  ]),
  /** Prompts stay redacted in every export. */
  logUserPrompt: z.literal(false),
  /** Whether a client keeps transcripts on the developer's machine. */
  history: z.enum(['save-all', 'none']),
  /** False switches the client's usage metrics off; true leaves the client's own default. */
  analytics: z.boolean(),
});

/**
 * The five baseline decisions as they are stored and sent.
 *
 * Sets come out in one canonical order, so equal decisions are equal JSON and give the same files.
 * Rules that span fields are in `checkDecisions`.
 */
export const decisionsSchema = z.strictObject({
  approval: choiceOf(approvalPolicies).refine(
    (allowed) => allowed.includes(leastApproval),
    'on-request must stay allowed.',
  ),
  sandbox: choiceOf(sandboxModes).refine(
    (allowed) => allowed.includes(leastSandbox),
    'read-only must stay allowed: clients refuse a list without it.',
  ),
  webSearch: choiceOf(webSearchModes),
  mcp,
  telemetry,
});

/** The five baseline decisions of one workspace, in canonical order. */
export type Decisions = z.output<typeof decisionsSchema>;

/** Why decisions that are each well formed cannot stand together. */
export type DecisionsError =
  | { code: 'never_without_full_access'; message: string; field: 'approval' }
  | { code: 'mcp_name_twice'; message: string; field: 'mcp'; name: string };

/**
 * The decisions themselves where they can stand together.
 *
 * Fails with `never_without_full_access` when `never` is allowed but `danger-full-access` is not: a
 * user who asks for both could not start a thread. Fails with `mcp_name_twice` when two listed
 * servers share a name: a client knows one identity for each name.
 */
export function checkDecisions(decisions: Decisions): Result<Decisions, DecisionsError> {
  if (decisions.approval.includes('never') && !decisions.sandbox.includes('danger-full-access')) {
    return err({
      code: 'never_without_full_access',
      message: 'Allow never only together with danger-full-access: a user who asks for both could not start.',
      field: 'approval',
    });
  }
  const name = decisions.mcp.mode === 'listed' ? firstRepeated(decisions.mcp.servers) : undefined;
  if (name !== undefined) {
    return err({
      code: 'mcp_name_twice',
      message: `Two listed servers are called ${name}. Give each server its own name.`,
      field: 'mcp',
      name,
    });
  }
  return ok(decisions);
}

function firstRepeated(servers: readonly McpServer[]): string | undefined {
  const names = servers.map((server) => server.name);
  return names.find((name, index) => names.indexOf(name) !== index);
}
