import type { GuideLink } from '#lib/domain/rollout/guide-link';
import type { Decisions } from '#lib/domain/config/decisions';

/** A place to begin: its name, what to do there, and the exact text to type, where there is one. */
export type StartingPlace = { name: string; text: string; code: string | null };

/** What the guide says to end users, apart from what a workspace decides itself. */
export type InstructionTexts = {
  local: {
    places: readonly StartingPlace[];
    signIn: string;
    /** Where an API key may be used as well, where nothing else is wanted, and where nothing else works. */
    apiKey: string;
    onlyApiKey: string;
    chatgptOff: string;
    /** Where the company restricts who may sign in. */
    restricted: string;
    mfa: string;
    deviceCode: StartingPlace;
    /** What one meets where the toggle is off: the exact error, and what to do about it. */
    refused: { code: string; text: string };
  };
  cloud: {
    /** Steps in order. */
    steps: readonly string[];
    /** Kinds of task with one to try. */
    tries: readonly { name: string; prompt: string }[];
    signIn: string;
    link: GuideLink;
    setup: string;
  };
  codeReview: { code: string; text: string; automatic: string };
  slack: { code: string; text: string; answers: string; onlyLink: string };
  linear: { code: string; text: string };
  internet: { on: string; off: string };
  /** What each value of a decision means for the person at the keyboard. */
  managed: {
    approval: Readonly<Record<Decisions['approval'][number], string>>;
    sandbox: Readonly<Record<Decisions['sandbox'][number], string>>;
    webSearch: Readonly<Record<Decisions['webSearch'][number], string>>;
    webSearchOff: string;
    mcp: Readonly<Record<Decisions['mcp']['mode'], string>>;
  };
  source: string;
};
