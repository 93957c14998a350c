import type { Decisions } from './decisions';

/** Names of the three baselines to start from, the closest first. */
export const presetNames = ['strict', 'standard', 'flexible'] as const;

/** Name of a baseline to start from. */
export type PresetName = (typeof presetNames)[number];

/**
 * The decisions behind each preset.
 *
 * Every preset allows `on-request`. Strict and standard allow neither `never`, `danger-full-access`
 * nor web search `live`. No preset can know the customer's collector or MCP servers, so an exporter
 * and the list of servers start empty.
 */
export const presets: Readonly<Record<PresetName, Decisions>> = {
  strict: {
    approval: ['on-request'],
    sandbox: ['read-only'],
    webSearch: [],
    mcp: { mode: 'none' },
    telemetry: { exporter: { kind: 'none' }, logUserPrompt: false, history: 'none', analytics: false },
  },
  standard: {
    approval: ['on-request'],
    sandbox: ['read-only', 'workspace-write'],
    webSearch: ['cached'],
    mcp: { mode: 'listed', servers: [] },
    telemetry: { exporter: { kind: 'none' }, logUserPrompt: false, history: 'save-all', analytics: false },
  },
  flexible: {
    approval: ['on-request', 'never'],
    sandbox: ['read-only', 'workspace-write', 'danger-full-access'],
    webSearch: ['cached', 'live'],
    mcp: { mode: 'any' },
    telemetry: { exporter: { kind: 'none' }, logUserPrompt: false, history: 'save-all', analytics: true },
  },
};
