import { can } from '#lib/domain/authorization/can';
import { readEgressBoard } from '#lib/queries/egress';
import { requireVisit } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { AllowListBox } from './allow-list-box';
import { DriftBox } from './drift-box';
import { FetchBox } from './fetch-box';
import { PublishedBox } from './published-box';

/** Row 4.3: the published egress ranges against the company's allow list, the difference first. */
export async function EgressPanel({ slug, step }: PanelProps) {
  const { ctx, membership } = await requireVisit(slug);
  const board = await readEgressBoard(ctx);
  const status = step.tasks.find(({ task }) => task.decidedBy.kind === 'egress');
  if (!board || !status) return null;

  const drift = <DriftBox slug={slug} status={status} board={board} />;
  if (status.state === 'not_applicable') return drift;
  const viewer = {
    editable: can(ctx.actor, 'egress.write'),
    clock: { now: ctx.now, zone: membership.workspace.timeZone },
  };
  return (
    <>
      {drift}
      <div className="grid grid-cols-1 items-start gap-5 wide:grid-cols-2">
        <AllowListBox slug={slug} allowList={board.allowList} viewer={viewer} />
        <PublishedBox slug={slug} publications={board.publications} viewer={viewer} />
      </div>
      <FetchBox slug={slug} fetch={board.fetch} viewer={viewer} />
    </>
  );
}
