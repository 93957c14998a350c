import { NumberedList } from './list';

type Span = { text: string } | { strong: string } | { code: string } | { link: string; url: string };
type Line = readonly Span[];
type Block =
  | { kind: 'paragraph'; line: Line }
  | { kind: 'list'; items: readonly Line[] }
  | { kind: 'steps'; items: readonly Line[] };

type Props = {
  sections: readonly { title: string; blocks: readonly Block[] }[];
  /** Level of the sections' headings. */
  level: 2 | 3;
};

/** A short text to be read: headings, paragraphs, lists. */
export function DocumentView({ sections, level }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="grid max-w-read gap-5 text-read">
      {sections.map(({ title, blocks }) => (
        <section key={title} className="grid gap-2">
          <Heading>{title}</Heading>
          {blocks.map((block, index) => (
            <BlockView key={index} block={block} />
          ))}
        </section>
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'paragraph') {
    return (
      <p>
        <LineView line={block.line} />
      </p>
    );
  }
  const items = block.items.map((line, index) => (
    <li key={index}>
      <span>
        <LineView line={line} />
      </span>
    </li>
  ));
  return block.kind === 'steps' ? (
    <NumberedList>{items}</NumberedList>
  ) : (
    <ul className="grid list-disc gap-1 pl-5">{items}</ul>
  );
}

function LineView({ line }: { line: Line }) {
  return line.map((span, index) => {
    if ('code' in span) return <code key={index}>{span.code}</code>;
    if ('strong' in span) return <strong key={index}>{span.strong}</strong>;
    if ('text' in span) return span.text;
    return (
      <a key={index} className="in-words" href={span.url} rel="noreferrer">
        {span.link}
      </a>
    );
  });
}
