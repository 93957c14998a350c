import type { Route } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { State } from '#components/ui/state';
import { can } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { localDay } from '#lib/domain/local-day';
import { taskAnchor } from '#lib/domain/rollout/task';
import { readMeasures, type MeasureWithHistory } from '#lib/queries/measures';
import { requireVisit } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { createMeasureAction } from './actions';
import { MeasureDetail } from './measure-detail';
import { MeasureForm } from './measure-form';
import { MeasuresTable } from './measures-table';
import { Suggestions } from './suggestions';

/** The measure the address opens, else the first that has a history to show. */
function openMeasure(measures: readonly MeasureWithHistory[], wanted: unknown): MeasureWithHistory | null {
  if (wanted === 'new') return null;
  const named = measures.find(({ id }) => id === wanted);
  return named ?? measures.find(({ history, retiredAt }) => history.length > 0 && !retiredAt) ?? null;
}

const measuresOf = async (ctx: Context) => (await readMeasures(ctx))?.measures ?? [];

const isChanging = (search: PanelProps['search'], { id }: MeasureWithHistory) =>
  search.measure === id && search.change === '1';

/** Row 5.4: what success looks like, in measures with targets, and where they stand. */
export async function MeasuresPanel({ slug, step, search }: PanelProps) {
  const { ctx, membership } = await requireVisit(slug);
  const status = step.tasks.find(({ task }) => task.decidedBy.kind === 'measures');
  if (!status) return null;
  const measures = await measuresOf(ctx);
  const editable = can(ctx.actor, 'governance.write');
  const isNew = editable && search.measure === 'new';
  const open = openMeasure(measures, search.measure);
  const today = localDay(ctx.now, membership.workspace.timeZone);
  const anchor = taskAnchor(status.task.id);
  // safe because it is the address of this page
  const at = (query: string) => `/${slug}/rollout/governance${query}#${anchor}` as Route;
  const hrefOf = (id: string) => at(`?measure=${id}`);

  return (
    <Box
      id={anchor}
      title={status.task.title}
      meta={<State state={status.state} small />}
      footer={<Foot editable={editable} newHref={isNew ? null : at('?measure=new')} />}
      flush
    >
      {measures.length > 0 ? (
        <MeasuresTable {...{ measures, today, hrefOf }} openId={open?.id ?? null} />
      ) : (
        <NothingSet />
      )}
      {open ? (
        <MeasureDetail
          key={open.id}
          {...{ slug, today, editable }}
          measure={open}
          isChanging={isChanging(search, open)}
          href={hrefOf(open.id)}
          closeHref={at('')}
        />
      ) : null}
      {editable ? <MoreMeasures {...{ slug, measures, isNew }} closeHref={at('')} /> : null}
    </Box>
  );
}

function NothingSet() {
  return (
    <div className="p-4">
      <EmptyState title="No measure is set yet.">
        Say in numbers what success looks like; one with a target and a value completes the row.
      </EmptyState>
    </div>
  );
}

type MoreProps = {
  slug: string;
  measures: readonly MeasureWithHistory[];
  isNew: boolean;
  closeHref: Route;
};

function MoreMeasures({ slug, measures, isNew, closeHref }: MoreProps) {
  const taken = measures.map(({ name }) => name);
  return (
    <div className="grid gap-3 border-t border-line p-4">
      {isNew ? (
        <MeasureForm action={createMeasureAction.bind(null, slug)} measure={null} closeHref={closeHref} />
      ) : null}
      <Suggestions slug={slug} taken={taken} isOpen={measures.length === 0} />
    </div>
  );
}

function Foot({ editable, newHref }: { editable: boolean; newHref: Route | null }) {
  const rule = 'Row 5.4. Values stay, also those of a retired measure.';
  return (
    <>
      <span className="meta">
        {editable ? rule : `${rule} The governance owner or the workspace owner sets them.`}
      </span>
      {editable && newHref ? (
        <LinkButton small href={newHref} scroll={false}>
          Set another measure…
        </LinkButton>
      ) : null}
    </>
  );
}
