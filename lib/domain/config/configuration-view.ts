import { z } from 'zod';
import { decisionsSchema, type Decisions } from './decisions';
import { presetNames, type PresetName } from './presets';

const { approval, sandbox, webSearch, mcp, telemetry } = decisionsSchema.shape;

/** The baseline decisions as doors hand them out; each is null until somebody chose. */
export const configurationView = z.object({
  preset: z.enum(presetNames).nullable(),
  approval: approval.nullable(),
  sandbox: sandbox.nullable(),
  webSearch: webSearch.nullable(),
  mcp: mcp.nullable(),
  telemetry: telemetry.nullable(),
  version: z.int(),
});

/** The baseline decisions as doors hand them out. */
export type ConfigurationView = z.infer<typeof configurationView>;

const undecided = { approval: null, sandbox: null, webSearch: null, mcp: null, telemetry: null };

/** The view of stored decisions. */
export function toConfigurationView(configuration: {
  preset: PresetName | null;
  decisions: Decisions | null;
  version: number;
}): ConfigurationView {
  const { preset, decisions, version } = configuration;
  return { preset, ...(decisions ?? undecided), version };
}
