import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { severities, severityWords } from '#lib/domain/rbac/findings/finding';
import type { FindingStatus } from '#lib/domain/rbac/findings/finding-status';
import { findingsHref } from './finding-address';
import { FindingRow, type Viewer } from './finding-row';

/** How many findings one page holds. */
export const pageSize = 50;

/** Findings in a box for each severity, the gravest first. */
export function Severities({ statuses, viewer }: { statuses: readonly FindingStatus[]; viewer: Viewer }) {
  return severities.map((severity) => {
    const rows = statuses.filter(({ finding }) => finding.severity === severity);
    return rows.length === 0 ? null : (
      <Box key={severity} flush title={severityWords[severity]} meta={rows.length}>
        <ul className="list">
          {rows.map((status) => (
            <FindingRow key={status.finding.id} {...{ status, viewer }} />
          ))}
        </ul>
      </Box>
    );
  });
}

/** Which findings of how many stand here, and the way to the others. */
export function Pages({ slug, from, count }: { slug: string; from: number; count: number }) {
  const to = Math.min(from + pageSize, count);
  if (from === 0 && to >= count) return null;
  return (
    <nav aria-label="Pages of findings" className="flex flex-wrap items-center gap-3">
      <span className="meta">{`${from + 1} to ${to} of ${count.toLocaleString('en')} findings`}</span>
      {from > 0 ? (
        <LinkButton small href={findingsHref(slug, Math.max(0, from - pageSize))}>
          Back
        </LinkButton>
      ) : null}
      {to < count ? (
        <LinkButton small href={findingsHref(slug, to)}>
          Next
        </LinkButton>
      ) : null}
    </nav>
  );
}
