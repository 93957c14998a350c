import { Box } from '#components/ui/box';
import { State } from '#components/ui/state';
import { guide } from '#lib/catalog/guide';
import { can } from '#lib/domain/authorization/can';
import type { Owner } from '#lib/domain/owners/owner';
import { taskAnchor } from '#lib/domain/rollout/task';
import { listMemberChoices } from '#lib/queries/member-choices';
import type { PanelProps } from '#lib/shell/panel-props';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { setOwnerAction } from './actions';
import { OwnerForm } from './owner-form';

/** Row 0.1: who holds each of the three duties. */
export async function OwnersPanel({ slug, step }: PanelProps) {
  const [{ ctx, membership }, { owners }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const status = step.tasks.find(({ task }) => task.decidedBy.kind === 'owners');
  const editable = can(ctx.actor, 'owners.write');
  const members = editable ? ((await listMemberChoices(ctx))?.members ?? []) : [];
  const me = { name: membership.name, email: membership.email };
  const action = setOwnerAction.bind(null, slug);
  if (!status) return null;

  return (
    <Box
      id={taskAnchor(status.task.id)}
      title={status.task.title}
      meta={<State state={status.state} small />}
      footer={<span className="meta">{footerWords(editable)}</span>}
      flush
    >
      <ul>
        {owners.map((owner) => (
          <li
            key={owner.duty}
            className="grid gap-x-5 gap-y-3 border-t border-line p-4 first:border-t-0 mid:grid-cols-[minmax(0,2fr)_minmax(0,5fr)]"
          >
            <div>
              <h3>{guide.duties[owner.duty].label}</h3>
              <p className="meta">{guide.duties[owner.duty].answersFor}</p>
            </div>
            {editable ? (
              <OwnerForm action={action} owner={owner} me={me} members={members} />
            ) : (
              <Holder owner={owner} />
            )}
          </li>
        ))}
      </ul>
    </Box>
  );
}

function Holder({ owner: { name, email, standInName, standInEmail } }: { owner: Owner }) {
  return (
    <p>
      {name ?? 'Nobody yet'} {email ? <span className="block text-text-2">{email}</span> : null}
      {standInName ? (
        <span className="meta block">
          {`Could stand in: ${standInName}${standInEmail ? `, ${standInEmail}` : ''}`}
        </span>
      ) : null}
    </p>
  );
}

function footerWords(editable: boolean): string {
  const rule = 'Row 0.1. One person may hold several duties, and needs no account here.';
  return editable
    ? `${rule} While you do not know yet, leave a duty to nobody; the step stays open until all three are named.`
    : `${rule} The workspace owner names them.`;
}
