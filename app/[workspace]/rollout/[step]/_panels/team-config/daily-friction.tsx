import { Disclosure } from '#components/ui/disclosure';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { everydayCommands } from '#lib/catalog/everyday-commands';
import {
  dailyFriction,
  frictionOfAll,
  outcomes,
  type FrictionRow,
} from '#lib/domain/exec-rules/daily-friction';
import type { ExecRules } from '#lib/domain/exec-rules/exec-rules';
import { outcomeWords } from './outcome-badge';

const columns = [
  { label: 'About' },
  ...outcomes.map((outcome) => ({ label: outcomeWords[outcome], number: true })),
];

/** What the stored rules mean for an ordinary day; nothing while they decide nothing. */
export function DailyFriction({ rules }: { rules: ExecRules }) {
  if (rules.faults.length > 0 || rules.notSimulated.length > 0) return null;
  const rows = dailyFriction(rules, everydayCommands);
  const all = frictionOfAll(rows, 'All of them');
  const { allow, prompt, forbidden, none } = all.counts;
  return (
    <section className="grid gap-2" aria-label="Daily friction">
      <h4 className="font-medium">Daily friction</h4>
      <p>
        {`Of ${all.total} everyday commands these rules allow ${allow}, ask before ${prompt} and forbid ${forbidden}. About ${none} they say nothing, so the client judges by itself.`}
      </p>
      <Disclosure summary="By what the commands are about">
        <Table label="What the rules mean for everyday commands" columns={columns}>
          {[all, ...rows].map((row) => (
            <TableRow key={row.category} head={`${row.category} (${row.total})`}>
              {outcomes.map((outcome) => (
                <TableCell key={outcome} number>
                  {share(row, outcome)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </Table>
      </Disclosure>
    </section>
  );
}

/** Whole percents; a few among many are not rounded to none. */
function share({ counts, total }: FrictionRow, outcome: (typeof outcomes)[number]): string {
  const percent = (counts[outcome] / total) * 100;
  return percent > 0 && percent < 1 ? '< 1%' : `${Math.round(percent)}%`;
}
