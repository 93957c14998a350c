import type { DifferenceLine } from '#lib/domain/line-difference';
import { classNames } from './class-names';

const marks = { same: ' ', removed: '−', added: '+' } as const;
const spoken = { same: '', removed: 'removed: ', added: 'added: ' } as const;

/** Which lines of a text differ, in parts; each part shows a few lines that are the same around it. */
export function LineDifference({
  label,
  parts,
}: {
  label: string;
  parts: readonly (readonly DifferenceLine[])[];
}) {
  return (
    <div className="code" role="region" aria-label={label} tabIndex={0}>
      {parts.map((lines, part) => (
        <ol key={part} className="code-part">
          {lines.map(({ kind, line, text }, index) => (
            <li key={index} className={classNames(kind !== 'same' && `code-${kind}`)}>
              <span className="code-number" aria-hidden="true">
                {line} {marks[kind]}
              </span>
              <span>
                <span className="sr-only">{spoken[kind]}</span>
                {text || ' '}
              </span>
            </li>
          ))}
        </ol>
      ))}
    </div>
  );
}
