import type { Route } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { State } from '#components/ui/state';
import { guide } from '#lib/catalog/guide';
import { can } from '#lib/domain/authorization/can';
import { nobodyFor, type ReportingOwner } from '#lib/domain/reporting-owners/reporting-owner';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { listMemberChoices } from '#lib/queries/member-choices';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { setReportingOwnerAction } from './actions';
import { ReportingOwnerForm } from './reporting-owner-form';

/** Row 5.2: who answers for adoption reporting, and for audit and compliance review. */
export async function ReportingOwnersPanel({ slug, step, search }: PanelProps) {
  const [ctx, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  const editable = can(ctx.actor, 'governance.write');
  const rows = step.tasks.flatMap((status) => {
    const { decidedBy } = status.task;
    if (decidedBy.kind !== 'reporting-owner') return [];
    const { area } = decidedBy;
    const owner = facts.reportingOwners.find((one) => one.area === area) ?? nobodyFor(area);
    return [{ status, owner }];
  });
  const rule = 'Row 5.2. One person may answer for both, and needs no account here.';

  return (
    <Box
      title="Reporting and audit"
      footer={
        <span className="meta">
          {editable ? rule : `${rule} The governance owner or the workspace owner names them.`}
        </span>
      }
      flush
    >
      <ul>
        {rows.map(({ status, owner }) => (
          <AreaRow
            key={owner.area}
            {...{ slug, status, owner, editable }}
            isOpen={editable && search.area === owner.area}
          />
        ))}
      </ul>
    </Box>
  );
}

type RowProps = {
  slug: string;
  status: TaskStatus;
  owner: ReportingOwner;
  editable: boolean;
  isOpen: boolean;
};

function AreaRow({ slug, status, owner, editable, isOpen }: RowProps) {
  const { area, name, email } = owner;
  const anchor = taskAnchor(status.task.id);
  // safe because it is the address of this page
  const href = `/${slug}/rollout/governance?area=${area}#${anchor}` as Route;
  return (
    <li
      id={anchor}
      className="grid gap-x-5 gap-y-3 border-t border-line p-4 first:border-t-0 mid:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <div className="grid content-start gap-1">
        <h3>{status.task.title}</h3>
        <State state={status.state} />
        <p className="meta">{guide.reportingAreas[area].answersFor}</p>
      </div>
      <div className="grid min-w-0 content-start gap-3">
        {isOpen ? (
          <OwnerForm slug={slug} owner={owner} anchor={anchor} />
        ) : (
          <div className="flex flex-wrap items-start justify-between gap-3">
            <p className="min-w-0">
              {name ?? 'Nobody yet'} {email ? <span className="block text-text-2">{email}</span> : null}
            </p>
            {editable ? (
              <LinkButton small href={href} scroll={false}>
                {name === null ? 'Name…' : 'Change…'}
              </LinkButton>
            ) : null}
          </div>
        )}
      </div>
    </li>
  );
}

async function OwnerForm({ slug, owner, anchor }: { slug: string; owner: ReportingOwner; anchor: string }) {
  const choices = await listMemberChoices(await requireContext(slug));
  return (
    <ReportingOwnerForm
      action={setReportingOwnerAction.bind(null, slug)}
      owner={owner}
      members={choices?.members ?? []}
      // safe because it is the address of this page
      closeHref={`/${slug}/rollout/governance#${anchor}` as Route}
    />
  );
}
