import type { DecisionKey } from '#lib/domain/config/decision-values';
import type { Decisions } from '#lib/domain/config/decisions';
import type { PresetName } from '#lib/domain/config/presets';

/** One value of a decision in words: what it means, and what follows from choosing it. */
export type OptionText = { label: string; meaning: string; consequence: string };

/** One baseline decision in words. */
export type DecisionText = {
  label: string;
  question: string;
  /** What holds for every choice, where there is such a thing. */
  always: string | null;
  /** File and key that carry the decision. */
  writtenTo: readonly string[];
  source: string;
};

/** One preset in words, with the reason for each of its decisions. */
export type PresetText = { label: string; meaning: string; reasons: Readonly<Record<DecisionKey, string>> };

const source = (words: string) => `Guide 2026-03, Step 3, “${words}”`;

/** The five baseline decisions for the pilot, in the guide's order. */
export const decisionTexts: Readonly<Record<DecisionKey, DecisionText>> = {
  approval: {
    label: 'Approval policy',
    question: 'Which approval policies may a developer choose?',
    always: 'on-request stays allowed: it is what Codex falls back to.',
    writtenTo: ['requirements.toml: allowed_approval_policies', 'config.toml: approval_policy'],
    source: source('Approval policy'),
  },
  sandbox: {
    label: 'Sandbox mode',
    question: 'What may commands touch on a developer’s computer?',
    always: 'read-only stays allowed: Codex refuses a list without it.',
    writtenTo: ['requirements.toml: allowed_sandbox_modes', 'config.toml: sandbox_mode'],
    source: source('Sandbox mode'),
  },
  webSearch: {
    label: 'Web search',
    question: 'Which kinds of web search may Codex use?',
    always: 'disabled is allowed as well. Where cached is not, every thread gets the one kind that is left.',
    writtenTo: ['requirements.toml: allowed_web_search_modes', 'managed_config.toml: web_search'],
    source: source('Web search'),
  },
  mcp: {
    label: 'MCP / connectors',
    question: 'Which MCP servers may run?',
    always: null,
    writtenTo: ['requirements.toml: mcp_servers', 'with none, requirements.toml: features.apps'],
    source: source('MCP / connectors'),
  },
  telemetry: {
    label: 'Local logging and telemetry',
    question: 'What does Codex keep on the computer, and what does it send, and where?',
    always: 'Prompts stay redacted in what is exported. Results of tools are not redacted by Codex.',
    writtenTo: [
      'managed_config.toml: otel',
      'managed_config.toml: history',
      'managed_config.toml: analytics',
    ],
    source: source('Local logging and telemetry'),
  },
};

/** What each value of each decision means. A value without words does not compile. */
export const optionTexts = {
  approval: {
    'on-request': {
      label: 'on-request',
      meaning: 'Codex asks when it wants to do something its sandbox does not allow.',
      consequence: 'Somebody has to be there to answer.',
    },
    never: {
      label: 'never',
      meaning: 'Codex never asks.',
      consequence:
        'What the sandbox allows happens without a question, so it is allowed only with danger-full-access.',
    },
  },
  sandbox: {
    'read-only': {
      label: 'read-only',
      meaning: 'Commands may read files and change nothing; they have no network by default.',
      consequence: 'Every edit and every command that writes needs an approval.',
    },
    'workspace-write': {
      label: 'workspace-write',
      meaning:
        'Commands may change files in the project folder and in temporary folders; they have no network by default.',
      consequence: 'Codex can edit and run tests by itself, and asks before it leaves the folder.',
    },
    'danger-full-access': {
      label: 'danger-full-access',
      meaning: 'There is no sandbox: commands may do whatever the developer’s account may do.',
      consequence: 'Use it where something else contains it, such as a container or a build machine.',
    },
  },
  webSearch: {
    cached: {
      label: 'cached',
      meaning: 'Answers come from an index that OpenAI keeps.',
      consequence: 'No page is fetched live, so a page cannot be made to answer this one question.',
    },
    live: {
      label: 'live',
      meaning: 'Pages are fetched from the web as they are now.',
      consequence: 'Whoever writes a page can put instructions in front of the agent.',
    },
  },
  mcp: {
    none: {
      label: 'None',
      meaning: 'No MCP server starts, and connectors from ChatGPT are off.',
      consequence: 'Codex works with the files and commands of the computer alone.',
    },
    listed: {
      label: 'Only those listed',
      meaning: 'A server starts when its name and its command or address are both on the list.',
      consequence: 'A command such as npx allows every package it can start: list the server’s own command.',
    },
    any: {
      label: 'Any',
      meaning: 'Developers configure the servers they want.',
      consequence: 'Code and data may reach services that nobody has reviewed.',
    },
  },
  exporter: {
    none: {
      label: 'No export',
      meaning: 'Codex sends no OpenTelemetry records.',
      consequence: 'There is no record of local sessions besides what stays on the computer.',
    },
    'otlp-http': {
      label: 'OTLP over HTTP',
      meaning:
        'Codex sends its log events to the full address of your collector, such as one that ends in /v1/logs.',
      consequence:
        'Arguments and results of tools are part of the events. Computers must be able to reach the collector.',
    },
    'otlp-grpc': {
      label: 'OTLP over gRPC',
      meaning: 'Codex sends its log events to your collector by gRPC, usually on port 4317.',
      consequence:
        'A computer without any root certificate cannot start Codex with it. Arguments and results of tools are part of the events.',
    },
  },
  history: {
    'save-all': {
      label: 'Keep history',
      meaning: 'Codex keeps a history of messages in the developer’s home folder.',
      consequence: 'Developers can look back; the history stays on disk until somebody deletes it.',
    },
    none: {
      label: 'No history',
      meaning: 'Codex writes no history of messages.',
      consequence: 'Less is left on a lost computer, and developers cannot look back.',
    },
  },
  analytics: {
    on: {
      label: 'As Codex comes',
      meaning: 'Codex may send usage metrics to OpenAI, as it does without this file.',
      consequence: 'A developer can still switch them off.',
    },
    off: {
      label: 'Off',
      meaning: 'Codex sends no usage metrics to OpenAI.',
      consequence: 'Nothing of it reaches your collector either.',
    },
  },
} as const satisfies {
  approval: Record<Decisions['approval'][number], OptionText>;
  sandbox: Record<Decisions['sandbox'][number], OptionText>;
  webSearch: Record<Decisions['webSearch'][number], OptionText>;
  mcp: Record<Decisions['mcp']['mode'], OptionText>;
  exporter: Record<Decisions['telemetry']['exporter']['kind'], OptionText>;
  history: Record<Decisions['telemetry']['history'], OptionText>;
  analytics: Record<'on' | 'off', OptionText>;
};

/** What holds where no kind of web search is allowed. */
export const webSearchOff: OptionText = {
  label: 'disabled',
  meaning: 'Codex does not search the web.',
  consequence:
    'No text from the web reaches the agent by searching, and it knows nothing newer than its model.',
};

/** The presets in words. What they decide is in the domain. */
export const presetTexts: Readonly<Record<PresetName, PresetText>> = {
  strict: {
    label: 'Strict',
    meaning:
      'Codex reads and proposes; a person approves every change, and nothing leaves the computer that need not.',
    reasons: {
      approval: 'Every step out of the sandbox is a person’s decision.',
      sandbox: 'Nothing is written before somebody has looked at it.',
      webSearch: 'No text from the web can steer the agent.',
      mcp: 'No server has been reviewed yet, so none may run.',
      telemetry: 'No history is kept and no metrics are sent; name your own collector to see more.',
    },
  },
  standard: {
    label: 'Standard',
    meaning: 'Codex works by itself inside the project folder and asks before it leaves it.',
    reasons: {
      approval: 'Every step out of the sandbox is a person’s decision.',
      sandbox:
        'Editing and testing in the project folder needs no question; the rest of the computer stays closed.',
      webSearch: 'Answers from an index help without opening live pages to the agent.',
      mcp: 'Reviewed servers are added one by one; the list begins empty.',
      telemetry: 'Developers keep their history, no metrics are sent; name your own collector to see more.',
    },
  },
  flexible: {
    label: 'Flexible',
    meaning:
      'Developers choose, up to full access without questions: for containers, build machines and trusted teams.',
    reasons: {
      approval: 'Unattended work needs never; it stands beside danger-full-access, so nobody is locked out.',
      sandbox: 'Something else, such as a container, has to contain what Codex does.',
      webSearch: 'Current pages matter more here than the risk of instructions in them.',
      mcp: 'Teams try servers before anybody lists them.',
      telemetry: 'History and metrics stay as Codex comes; nothing is exported until you name a collector.',
    },
  },
};
