import { z } from 'zod';
import { decisionsSchema, type Decisions } from './decisions';
import { formParts, type FormPart } from '#lib/domain/config-text/decision-places';
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
  /** What the texts of the files decide in a way these fields cannot say; their values here count for nothing. */
  byText: z.array(z.enum(formParts)),
  version: z.int(),
});

/** The baseline decisions as doors hand them out. */
export type ConfigurationView = z.infer<typeof configurationView>;

const undecided = { approval: null, sandbox: null, webSearch: null, mcp: null, telemetry: null };

/** The view of stored decisions. */
export function toConfigurationView(configuration: {
  preset: PresetName | null;
  decisions: Decisions | null;
  byText: readonly FormPart[];
  version: number;
}): ConfigurationView {
  const { preset, decisions, byText, version } = configuration;
  return { preset, ...(decisions ?? undecided), byText: [...byText], version };
}
