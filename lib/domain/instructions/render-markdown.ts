import type { Block, Document, Line, Span } from './document';

const SPECIAL = /[\\`*_{}[\]()<>#|~&!]/g;
const BEGINS_A_BLOCK = /^(\s*)([-+=]|\d+(?=[.)]))/;
const LINE_BREAKS = /[\s\u0085\u2028\u2029]+/g;

/** Text as Markdown that shows it and does nothing else: no markup, no HTML, no new line. */
export function escapeMarkdown(text: string): string {
  const oneLine = text.replace(LINE_BREAKS, ' ').trim().replace(SPECIAL, '\\$&');
  return oneLine.replace(BEGINS_A_BLOCK, (_, space: string, begin: string) =>
    /\d/.test(begin) ? `${space}${begin}\\` : `${space}\\${begin}`,
  );
}

/** A document as Markdown. Texts that people typed show as they were typed. */
export function renderMarkdown({ title, sections }: Document): string {
  const parts = sections.map(
    (section) => `## ${escapeMarkdown(section.title)}\n\n${section.blocks.map(renderBlock).join('\n')}`,
  );
  return [`# ${escapeMarkdown(title)}\n`, ...parts].join('\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `${renderLine(block.line)}\n`;
    case 'list':
      return block.items.map((item) => `- ${renderLine(item)}\n`).join('');
    case 'steps':
      return block.items.map((item, index) => `${index + 1}. ${renderLine(item)}\n`).join('');
    default:
      return block satisfies never;
  }
}

const renderLine = (line: Line): string => line.map(renderSpan).join('');

function renderSpan(span: Span): string {
  if ('code' in span) return renderCode(span.code);
  if ('strong' in span) return `**${escapeMarkdown(span.strong)}**`;
  if ('link' in span)
    return `[${escapeMarkdown(span.link)}](<${span.url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
  // Spaces at its ends part it from its neighbours.
  const [before = '', after = ''] = [/^\s*/.exec(span.text)?.[0], /\S(\s*)$/.exec(span.text)?.[1]];
  return `${before && ' '}${escapeMarkdown(span.text)}${after && ' '}`;
}

/** Code between as many backticks as its own longest run and one more. */
function renderCode(code: string): string {
  const oneLine = code.replace(LINE_BREAKS, ' ');
  const longest = Math.max(0, ...(oneLine.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(oneLine) ? ' ' : '';
  return `${fence}${pad}${oneLine}${pad}${fence}`;
}
