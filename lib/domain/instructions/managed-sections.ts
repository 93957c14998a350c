import type { Decisions } from '#lib/domain/config/decisions';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { list, paragraph, text, type Line, type Section } from './document';
import type { InstructionTexts } from './instruction-texts';

/** What the managed settings mean at one's own computer; nothing until a baseline was chosen. */
export function managedSections({ configuration, guide }: RolloutFacts): Section[] {
  const { decisions } = configuration;
  if (decisions === null) return [];
  const { managed } = guide.instructions;
  return [
    {
      title: 'What the company has set for your computer',
      blocks: [
        paragraph(
          text('These limits hold in the app, the CLI and the IDE extension. You cannot override them.'),
        ),
        ...list([
          topic('Approvals', sentences(decisions.approval, managed.approval)),
          topic('Sandbox', sentences(decisions.sandbox, managed.sandbox)),
          topic(
            'Web search',
            decisions.webSearch.length === 0
              ? managed.webSearchOff
              : sentences(decisions.webSearch, managed.webSearch),
          ),
          mcpLine(decisions, managed),
        ]),
      ],
    },
  ];
}

const topic = (name: string, words: string): Line => [{ strong: name }, text(`: ${words}`)];

/** Each allowed value in its sentence; several are told as a choice. */
function sentences<K extends string>(values: readonly K[], words: Readonly<Record<K, string>>): string {
  const told = values.map((value) => words[value]).join(' ');
  return values.length > 1 ? `you may choose between ${values.join(' and ')}. ${told}` : told;
}

function mcpLine({ mcp }: Decisions, managed: InstructionTexts['managed']): Line {
  const line = topic('MCP servers', managed.mcp[mcp.mode]);
  if (mcp.mode !== 'listed') return line;
  if (mcp.servers.length === 0) return [...line, text(' none.')];
  const names = mcp.servers.flatMap(({ name }, index) => [text(index === 0 ? ' ' : ', '), { code: name }]);
  return [...line, ...names, text('.')];
}
