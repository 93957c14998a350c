import type { DecisionKey } from '#lib/domain/config/decision-values';
import type { Decisions, McpServer } from '#lib/domain/config/decisions';
import { optionTexts, webSearchOff, type OptionText } from './baseline';

/** One chosen value in words, with what it names: servers, an address. */
export type ChosenOption = OptionText & { details: readonly string[] };

const plain = (option: OptionText): ChosenOption => ({ ...option, details: [] });

const serverWords = ({ name, identity }: McpServer) =>
  'url' in identity ? `${name}: ${identity.url}` : `${name}: ${identity.command}`;

function mcpOption(mcp: Decisions['mcp']): ChosenOption {
  const option = optionTexts.mcp[mcp.mode];
  if (mcp.mode !== 'listed') return plain(option);
  return { ...option, details: mcp.servers.length === 0 ? ['none yet'] : mcp.servers.map(serverWords) };
}

function telemetryOptions({ exporter, history, analytics }: Decisions['telemetry']): ChosenOption[] {
  const metrics = optionTexts.analytics[analytics ? 'on' : 'off'];
  const endpoint = 'endpoint' in exporter ? [exporter.endpoint] : [];
  const encoding = 'protocol' in exporter ? [`Encoding ${exporter.protocol}`] : [];
  return [
    { ...optionTexts.exporter[exporter.kind], details: [...endpoint, ...encoding] },
    plain(optionTexts.history[history]),
    plain({ ...metrics, label: `Usage metrics: ${metrics.label}` }),
  ];
}

const chosen: Readonly<Record<DecisionKey, (decisions: Decisions) => ChosenOption[]>> = {
  approval: ({ approval }) => approval.map((policy) => plain(optionTexts.approval[policy])),
  sandbox: ({ sandbox }) => sandbox.map((mode) => plain(optionTexts.sandbox[mode])),
  webSearch: ({ webSearch }) =>
    webSearch.length === 0
      ? [plain(webSearchOff)]
      : webSearch.map((mode) => plain(optionTexts.webSearch[mode])),
  mcp: ({ mcp }) => [mcpOption(mcp)],
  telemetry: ({ telemetry }) => telemetryOptions(telemetry),
};

/** The values of one decision, each in words. Never empty. */
export const chosenOptions = (key: DecisionKey, decisions: Decisions): ChosenOption[] =>
  chosen[key](decisions);

/** One decision in one line for each of its values, with what it names. */
export const decisionLines = (key: DecisionKey, decisions: Decisions): string[] =>
  chosenOptions(key, decisions).map(({ label, details }) =>
    details.length === 0 ? label : `${label} (${details.join(', ')})`,
  );
