import type { McpServerState, SeenThread } from '#lib/domain/certificates/client-answer';
import type { Ignored } from '#lib/adapters/codex-client/warnings';

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
  enforced: SeenThread | null;
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
