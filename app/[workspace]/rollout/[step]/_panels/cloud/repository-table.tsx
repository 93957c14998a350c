import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { codeReviewTexts, connectorTexts } from '#lib/catalog/cloud-states';
import type { Repository } from '#lib/domain/repositories/repository';
import type { CloudViewer } from './cloud-viewer';

/** One page of the list. */
export type RepositoryPage = {
  repositories: readonly Repository[];
  total: number;
  before: number;
  next: string | null;
};

const columns = [
  { label: 'Repository' },
  { label: 'Connector', width: 140 },
  { label: 'Code review', width: 220 },
];

type Props = { page: RepositoryPage; viewer: CloudViewer; open: string; searched: boolean };

/** The repositories of one page; a name opens its panel. */
export function RepositoryTable({ page: { repositories }, viewer, open, searched }: Props) {
  if (repositories.length === 0) {
    return (
      <div className="border-t border-line p-4">
        {searched ? (
          <EmptyState title="No repository is found.">
            Choose another state, or another part of a name.
          </EmptyState>
        ) : (
          <EmptyState title="No repository is written down yet.">
            List those the connector may reach, and where code review runs. A CSV file takes a minute.
            {viewer.readOnly ? ` ${viewer.readOnly}` : ''}
          </EmptyState>
        )}
      </div>
    );
  }
  return (
    <Table label="Repositories" columns={columns}>
      {repositories.map((repository) => (
        <TableRow
          key={repository.id}
          selected={repository.id === open}
          head={
            viewer.editable ? (
              <Link href={viewer.href({ repository: repository.id })} scroll={false} prefetch={false}>
                {repository.name}
              </Link>
            ) : (
              repository.name
            )
          }
        >
          <TableCell>{connectorTexts[repository.connector].label}</TableCell>
          <TableCell>{codeReviewTexts[repository.codeReview].label}</TableCell>
        </TableRow>
      ))}
    </Table>
  );
}
