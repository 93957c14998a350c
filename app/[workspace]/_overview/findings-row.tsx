import Link from 'next/link';
import { accessPath } from '#access/access-places';
import { Icon } from '#components/ui/icon';
import { ListRow } from '#components/ui/list';
import { namesWords } from '#lib/domain/rbac/counted';
import type { Finding } from '#lib/domain/rbac/findings/finding';
import { openFindings } from '#lib/domain/rbac/findings/finding-status';
import type { RolloutFacts } from '#lib/domain/rollout/facts';

const titlesShown = 2;

/** Open findings about access that are no notes; a failing expectation is told at its task. */
export const graveFindings = (facts: RolloutFacts): readonly Finding[] =>
  openFindings(facts).filter(({ kind, severity }) => kind !== 'expectation' && severity !== 'note');

type Props = { slug: string; findings: readonly Finding[] };

/** All of them in one row, which leads there. */
export function FindingsRow({ slug, findings }: Props) {
  const { length } = findings;
  const isError = findings.some(({ severity }) => severity === 'error');
  const lead = isError ? (
    <Icon name="circle-x" tone="error" label="Error" />
  ) : (
    <Icon name="triangle-alert" tone="warning" label="Warning" />
  );
  const titles = findings.map(({ title }) => title);
  return (
    <ListRow lead={lead} second={`${namesWords(titles, titlesShown)}.`}>
      <Link href={accessPath(slug, 'findings')}>
        {length === 1 ? '1 finding about access' : `${length.toLocaleString('en')} findings about access`}
      </Link>
    </ListRow>
  );
}
