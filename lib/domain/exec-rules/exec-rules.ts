import { z } from 'zod';
import type { Fault, Place } from './rules-tokens';
import type { NotSimulated } from './rules-statements';

/** What a rule may say of a command, the strictest last. */
export const execDecisions = ['allow', 'prompt', 'forbidden'] as const;

/** What a client does with a command: runs it outside the sandbox, asks first, or refuses. */
export type ExecDecision = (typeof execDecisions)[number];

/** A decision as doors hand it out. */
export const execDecision = z.enum(execDecisions);

/** One `prefix_rule`. Each part of the pattern holds the words that may stand at its place. */
export type PrefixRule = Place & {
  pattern: readonly (readonly string[])[];
  decision: ExecDecision;
  /** Whether the file gives the decision; a rule without one allows. */
  isDecided: boolean;
  justification: string | null;
  /** Whether capitals and small letters are the same to it. */
  isCanonical: boolean;
};

/** A rules file as far as it can be told without running it. It decides nothing while a client would refuse it. */
export type ExecRules = {
  prefixRules: readonly PrefixRule[];
  /** The paths at which a program of this name is the one that rules mean. */
  hostExecutables: ReadonlyMap<string, ReadonlySet<string>>;
  faults: readonly Fault[];
  /** Parts that only a client can run, such as loops and functions. */
  notSimulated: readonly NotSimulated[];
};
