import type { z } from 'zod';

/** Which keys a file takes: `managed_config.toml` and `config.toml` are of one form. */
export type ConfigForm = 'requirements' | 'config';

/** A value as TOML can write it, for samples. */
export type Sample =
  | string
  | number
  | boolean
  | readonly Sample[]
  | {
      readonly [name: string]: Sample;
    };

/** What a client does about a fault: it does not start, it says so, or it says nothing and passes over it. */
export type Reaction = 'refused' | 'warned' | 'silent';

/** How much depends on a key: what it can open or let out, should somebody set it without thinking. */
export type Risk = 'low' | 'medium' | 'high';

/** What shows that a client heeds a requirement that it does not list among those in force. */
export type Effect =
  | 'profile_listed'
  | 'full_access_gone'
  | 'sandbox_modes_narrowed'
  | 'server_switched_off'
  | 'marketplace_refused'
  | 'start_refused';

/** The clients that know something: from `since` on, up to but without `until`; null where no client looked at says otherwise. */
export type Span = { since: string | null; until: string | null };

/**
 * One key of a configuration file, as the clients know it.
 *
 * `path` is dotted from the top of the file, names with other characters in quotes; `*` stands for a name that
 * the customer chooses and `[]` for each entry of a list, as in `mcp_servers.*.identity` and
 * `rules.prefix_rules[].decision`. `since` and `until` are versions of clients that were asked, never computed
 * from a date; `introduced` is the day of the change in the client's source, where that is known.
 */
export type ConfigKey = Span & {
  form: ConfigForm;
  path: string;
  /** What a client takes; it may refuse more for reasons outside this one value. */
  schema: z.ZodType;
  /** The words it may be, or its entries may be, where they are counted. */
  values: readonly string[] | null;
  /** Clients that know a value, where they are fewer than those that know the key; `[]` and `{}` stand for any list and table. */
  valueSpans: Readonly<Record<string, Span>>;
  /** What holds without the key; null where nothing does, or nobody says. */
  byDefault: Sample | null;
  introduced: string | null;
  risk: Risk;
  /** One sentence for the person who writes the file. */
  help: string;
  source: string;
  /** Key of which this is another name. */
  aliasOf: string | null;
  /** The value has no effect in a policy from the cloud. */
  localOnly: boolean;
  good: readonly Sample[];
  bad: readonly Sample[];
  /** What clients do about a bad sample. */
  onBad: Reaction;
  /** What clients do about an unknown key directly below a table; null where every name is taken, or for no table. */
  onUnknown: Reaction | null;
  /** What else a file holds so that a client takes the samples: parts of it, from its top. */
  beside: Readonly<Record<string, Sample>>;
  /** The name put for each `*` of `path` in samples, in order. */
  names: readonly string[];
  /** Field of the client's answer that shows the key: of its requirements, or of its merged configuration. */
  shown: string | null;
  effect: Effect | null;
};
