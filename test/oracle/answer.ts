import type { Notification } from './rpc';

/** A setting that the client found in a file and does not know. */
type Ignored = { layer: string; file: string; key: string };

/** An MCP server that the user configured, and what became of it. */
export type McpServerState = { name: string; enabled: boolean; reason: string | null };

/** What a thread of the client may really do. */
export type Enforced = { approval: string; sandbox: string; webSearch: 'disabled' | 'cached' | 'live' };

/** What the real client made of the files. Look at all of it: `ok` alone passes a file of misspelt keys. */
export type Answer = {
  /** The files loaded and a thread started. */
  ok: boolean;
  error: string | null;
  /** Everything the client warned of, save what it says about the machine it runs on. */
  warnings: string[];
  ignored: Ignored[];
  /** Requirements in force, by the client's own names; what is not required is left out. */
  requirements: Record<string, unknown>;
  /** The merged configuration: what was asked for, not what is enforced. */
  config: Record<string, unknown>;
  enforced: Enforced | null;
  mcpServers: McpServerState[];
};

/** The answer of a client that did not start, or started no thread. */
export const refused = (error: string): Answer => ({
  ok: false,
  error,
  warnings: [],
  ignored: [],
  requirements: {},
  config: {},
  enforced: null,
  mcpServers: [],
});

/** What every client says on a bare machine with an unknown model, whatever the files. */
const aboutTheMachine = [/could not find bubblewrap on PATH/, /^Model metadata for `oracle-model` not found/];

/** The warnings among what the client said unasked, each once. */
export function warningsIn(notifications: readonly Notification[]): string[] {
  const texts = notifications
    .filter(
      ({ method }) => method === 'configWarning' || method === 'warning' || method === 'deprecationNotice',
    )
    .map(({ params }) => [params.summary ?? params.message, params.details].filter(Boolean).join('\n'))
    .filter((text) => !aboutTheMachine.some((pattern) => pattern.test(text)));
  return [...new Set(texts)];
}

const ignoredLine = /^\s*(.+?) \((\/.+?)\): `(.+)` is ignored\.$/gm;

/** The settings that the warnings call ignored. */
export function ignoredIn(warnings: readonly string[]): Ignored[] {
  return warnings
    .flatMap((text) => [...text.matchAll(ignoredLine)])
    .map(([, layer = '', file = '', key = '']) => ({ layer, file, key }));
}
