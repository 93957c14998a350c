import { Box } from '#components/ui/box';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { namesWords, peopleWords } from '#lib/domain/rbac/counted';
import type { ImportView } from '#lib/queries/imports';

const kinds = { people: 'People', groups: 'Groups', memberships: 'Memberships' } as const;
const verbs = ['added', 'changed', 'removed', 'unchanged', 'rejected'] as const;
const columns = [
  { label: 'Kind' },
  ...['Added', 'Changed', 'Removed', 'Unchanged', 'Bad rows'].map((label) => ({ label, number: true })),
];

const number = (value: number) => value.toLocaleString('en');

/** What an import would do or did, kind by kind, and what goes or stays besides. */
export function PlanBox({ found }: { found: ImportView }) {
  const { plan, state, dryRun } = found;
  if (!plan) return null;
  const isDone = state === 'done' && !dryRun;
  return (
    <Box
      title={isDone ? 'What was done' : 'What would be done'}
      flush
      footer={<Foot plan={plan} isDone={isDone} />}
    >
      <Table label={isDone ? 'What was done' : 'What would be done'} columns={columns}>
        {Object.entries(kinds).map(([kind, label]) => {
          // safe because the keys are kinds
          const counts = plan.byKind[kind as keyof typeof kinds];
          return counts ? (
            <TableRow key={kind} head={label}>
              {verbs.map((verb) => (
                <TableCell key={verb} number>
                  {number(counts[verb])}
                </TableCell>
              ))}
            </TableRow>
          ) : null;
        })}
      </Table>
    </Box>
  );
}

type Plan = NonNullable<ImportView['plan']>;

function Foot({ plan: { access, goesAlong, kept }, isDone }: { plan: Plan; isDone: boolean }) {
  const are = isDone ? 'were' : 'would be';
  const parts = [
    access.joins > 0 ? `${peopleWords(access.joins)} ${are} put into groups with roles` : null,
    access.leaves > 0 ? `${peopleWords(access.leaves)} ${are} taken out of groups with roles` : null,
    goesAlong.memberships > 0
      ? `${number(goesAlong.memberships)} memberships go with their person or group`
      : null,
    goesAlong.roles > 0 ? `${number(goesAlong.roles)} roles that people have directly go with them` : null,
    keptWords(kept, isDone),
  ].filter((part) => part !== null);
  return (
    <span className="meta">{parts.length > 0 ? `${parts.join('; ')}.` : 'Nobody’s roles change by it.'}</span>
  );
}

/** Groups that no file names, and why they stay. */
function keptWords({ groups, names }: Plan['kept'], isDone: boolean): string | null {
  if (groups === 0) return null;
  const rest = groups - names.length;
  const which = rest > 0 ? `${names.join(', ')} and ${number(rest)} more` : namesWords(names, names.length);
  const one = groups === 1 ? 'the group' : `${number(groups)} groups`;
  const stay = isDone ? (groups === 1 ? 'was kept' : 'were kept') : groups === 1 ? 'is kept' : 'are kept';
  return `${one} ${which} ${stay}, because people or roles were added by hand`;
}
