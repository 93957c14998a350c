/** What a thread of the client may really do, as the client says and as its request to a model shows. */
export type Enforced = { approval: string; sandbox: string; webSearch: 'disabled' | 'cached' | 'live' };

/** As `Enforced`; the web search is null where no model could be asked, because another is prescribed. */
export type SeenThread = Omit<Enforced, 'webSearch'> & { webSearch: Enforced['webSearch'] | null };

/** An MCP server that was configured, and what became of it. */
export type McpServerState = { name: string; enabled: boolean; reason: string | null };

/**
 * What a client said of a set of files in `/etc/codex`, unjudged. What this client has no question for, or did not
 * answer, is null: that is something else than an empty answer.
 */
export type ClientAnswer = {
  /** Why it loads none of them, in its words; null where it loads them. */
  refusal: string | null;
  /** What it warned of before anybody asked for more than there is, each once. */
  warnings: readonly string[];
  /** Keys that it says it ignores; it names the first three and counts the rest. */
  ignored: readonly { file: string; key: string }[];
  /** Requirements in force, by the client's own names; without what is not required. */
  requirements: Readonly<Record<string, unknown>> | null;
  /** The merged configuration: what is asked for, not what is enforced. */
  config: Readonly<Record<string, unknown>> | null;
  /** The thread of a user who asks for nothing. */
  plain: SeenThread | null;
  /** The thread of a user who asks for as much as there is. */
  asking: SeenThread | null;
  /** Servers that are configured, those that were tried, and one that nobody allows. */
  mcpServers: readonly McpServerState[] | null;
  /** Names of the permission profiles that may be chosen. */
  profiles: readonly string[] | null;
  /** Paths of the skills it found, and what it says of those it could not read. */
  skills: { found: readonly string[]; faults: readonly { path: string; message: string }[] } | null;
};

/** An MCP server that a user might have, by what identifies it. */
export type TriedServer = { name: string; command: string } | { name: string; url: string };

/** A server that no company allows: whether it runs shows whether any list holds. */
export const strangeServer = { name: 'slipway-stranger', command: 'slipway-stranger' } as const;

/** Where the client finds the files of a version. */
export const clientFolder = '/etc/codex/';
