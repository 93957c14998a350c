import Link from 'next/link';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Icon } from '#components/ui/icon';
import { permissions as catalog } from '#lib/catalog/permissions';
import { acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import { namesWords, peopleWords } from '#lib/domain/rbac/counted';
import { lossOf, lossWords, type LosingSet } from '#lib/domain/rbac/default-loss';
import { permissionLabel } from '#lib/domain/rbac/permission';
import { readPeople } from '#lib/queries/people';
import { requireContext } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { accessHref } from '#access/access-address';
import { LossAcceptance } from './loss-acceptance';
import type { ViewProps } from '#access/view-props';

const setsShown = 5;

/** Row 2.5, the trap: who no longer uses the workspace defaults and loses something by it. Nothing if nobody. */
export async function LossBox({ slug, mayGrant }: Pick<ViewProps, 'slug' | 'mayGrant'>) {
  const { facts } = await rolloutOf(slug);
  const words = lossWords(facts.access, catalog);
  if (words === null) return null;
  const ctx = await requireContext(slug);
  const loss = lossOf(facts.access);
  const found = await readPeople(ctx, { losing: 'true', limit: setsShown });
  const isAccepted = acceptanceStatus('access.lost_defaults', facts).state === 'standing';
  const names = (found?.people ?? []).map(({ name }) => name);

  return (
    <Box
      title={`${peopleWords(loss.people)} left the workspace defaults and ${loss.people === 1 ? 'loses' : 'lose'} something`}
      icon={<Icon name="log-out" tone={isAccepted ? 'quiet' : 'stale'} />}
      meta={isAccepted ? 'Accepted' : 'Not accepted'}
      footer={<LossAcceptance slug={slug} />}
      flush
    >
      <div className="grid gap-2 p-4 text-read">
        <p className="max-w-read">
          <strong>Any custom role switches the workspace defaults off.</strong> {words}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-text-2">{leadWords(names, loss.people)}</span>
          <Link className="alone" href={accessHref(slug, { view: 'people' }, { losing: 'true' })}>
            {`List ${loss.people === 1 ? 'this person' : `all ${peopleWords(loss.people)}`}`}
          </Link>
        </p>
      </div>
      <ul>
        {loss.sets.slice(0, setsShown).map((set) => (
          <SetRow key={set.roleIds.join()} {...{ slug, set, mayGrant }} access={facts.access} />
        ))}
      </ul>
      {loss.sets.length > setsShown ? (
        <p className="meta p-4">{`And ${loss.sets.length - setsShown} further sets of roles.`}</p>
      ) : null}
    </Box>
  );
}

const leadWords = (names: readonly string[], people: number): string =>
  people > names.length
    ? `${names.join(', ')} and ${(people - names.length).toLocaleString('en')} more.`
    : `${namesWords(names, setsShown)}.`;

type SetProps = Pick<ViewProps, 'slug' | 'access' | 'mayGrant'> & { set: LosingSet };

/** People with the same roles: what they go without; for whoever may, the role that could grant it again. */
function SetRow({ slug, set, access, mayGrant }: SetProps) {
  const roles = access.roles.filter(({ id }) => set.roleIds.includes(id));
  const groups = access.groups.filter(({ id }) => set.groupIds.includes(id)).map(({ name }) => name);
  const [first] = roles;
  const labels = set.lost.map((key) => permissionLabel(key, catalog));
  const roleNames = namesWords(roles.map(({ name }) => name));
  const who = `${peopleWords(set.people)} in ${namesWords(groups)}, with ${roleNames}`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-3">
      <span className="flex min-w-60 flex-1 gap-2">
        <Icon name="minus" tone="blocked" />
        <span>
          {namesWords(labels, 6)}
          <span className="meta block">{who}</span>
        </span>
      </span>
      {first && mayGrant ? (
        <LinkButton small href={accessHref(slug, { view: 'role', id: first.id }, { grant: 'lost' })}>
          {`Grant ${set.lost.length === 1 ? 'it' : 'them'} in ${first.name}…`}
        </LinkButton>
      ) : null}
    </li>
  );
}
