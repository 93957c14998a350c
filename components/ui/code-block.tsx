import { classNames } from './class-names';

type Props = {
  /** Name of the file, for those who do not see it. */
  label: string;
  text: string;
};

const kindOf = (line: string) =>
  classNames(/^\s*#/.test(line) && 'code-comment', /^\s*\[/.test(line) && 'code-table');

/** A text file, line by line with numbers; long lines wrap. */
export function CodeBlock({ label, text }: Props) {
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <div className="code" role="region" aria-label={label} tabIndex={0}>
      <ol>
        {lines.map((line, index) => (
          <li key={index}>
            <span className="code-number" aria-hidden="true">
              {index + 1}
            </span>
            <span className={kindOf(line) || undefined}>{line || ' '}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A value as text, without line numbers: cheap enough to stand behind every row of a list. */
export function CodeText({ label, text }: Props) {
  return (
    <pre className="code code-text" role="region" aria-label={label} tabIndex={0}>
      {text}
    </pre>
  );
}
