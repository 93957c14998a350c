import type { ConfigurationView } from './configuration-view';
import type { Decisions } from './decisions';

/** The decisions in a view; null until somebody chose. */
export function viewDecisions(view: ConfigurationView): Decisions | null {
  const { approval, sandbox, webSearch, mcp, telemetry } = view;
  if (!approval || !sandbox || !webSearch || !mcp || !telemetry) return null;
  return { approval, sandbox, webSearch, mcp, telemetry };
}
