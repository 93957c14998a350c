import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state';
import { Icon, type IconName } from '#components/ui/icon';
import type { Finding, Severity } from '#lib/domain/config-check/finding';

const marks: Readonly<
  Record<Severity, { icon: IconName; tone: 'blocked' | 'stale' | 'progress'; word: string }>
> = {
  error: { icon: 'circle-x', tone: 'blocked', word: 'Error' },
  warning: { icon: 'triangle-alert', tone: 'stale', word: 'Warning' },
  info: { icon: 'info', tone: 'progress', word: 'Note' },
};

type Props<F extends Finding> = {
  findings: readonly F[];
  actionsOf: (finding: F) => ReactNode;
  /** Where a line of the text is shown, where that is another page. */
  hrefOf?: ((finding: F) => Route) | undefined;
};

/** Findings about a file in the order of its text: how grave, where, what, and what can be done. */
export function FindingsList<F extends Finding>({ findings, actionsOf, hrefOf }: Props<F>) {
  if (findings.length === 0) {
    return (
      <div className="p-4">
        <EmptyState title="Nothing found.">
          No client of the fleet should refuse, replace or ignore anything in this file.
        </EmptyState>
      </div>
    );
  }
  return (
    <ul className="list">
      {findings.map((finding) => {
        const { icon, tone, word } = marks[finding.severity];
        return (
          <li key={`${finding.line}:${finding.column}:${finding.id}`} className="items-start">
            <Icon name={icon} tone={tone} label={word} />
            <span className="list-main">
              <span>{finding.message}</span>
              <span className="list-second">
                {hrefOf ? (
                  <Link className="in-words" href={hrefOf(finding)}>{`Line ${finding.line}`}</Link>
                ) : (
                  `Line ${finding.line}`
                )}
                {finding.key ? (
                  <>
                    {', '}
                    <code>{finding.key}</code>
                  </>
                ) : null}
                {', '}
                <span>{finding.id}</span>
              </span>
              <span className="mt-1 flex flex-wrap items-center gap-2">{actionsOf(finding)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
