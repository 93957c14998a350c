import type { Route } from 'next';
import Link from 'next/link';
import { Box } from '#components/ui/box';
import { DefinitionList } from '#components/ui/facts';
import { State } from '#components/ui/state';
import { can } from '#lib/domain/authorization/can';
import { dayInWords } from '#lib/domain/calendar';
import { localDay } from '#lib/domain/local-day';
import { cadenceWords, nextDay } from '#lib/domain/reviews/cadence';
import { taskAnchor } from '#lib/domain/rollout/task';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { setCadenceAction } from './actions';
import { CadenceForm } from './cadence-form';

/** Row 5.3: how often governance looks, and when next. */
export async function CadencePanel({ slug, step }: PanelProps) {
  const [ctx, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  const status = step.tasks.find(({ task }) => task.decidedBy.kind === 'cadence');
  if (!status) return null;
  const editable = can(ctx.actor, 'governance.write');
  const { every, nextOn } = facts.cadence;
  const today = localDay(ctx.now, facts.timeZone);
  // safe because a slug is lower-case words and hyphens
  const reviews = `/${slug}/reviews` as Route;

  return (
    <Box
      id={taskAnchor(status.task.id)}
      title={status.task.title}
      meta={<State state={status.state} small />}
      footer={
        <>
          <span className="meta">
            {editable
              ? 'Row 5.3. A signed review sets the next date.'
              : 'Row 5.3. The governance owner or the workspace owner settles it.'}
          </span>
          <Link className="alone" href={reviews}>
            Open the reviews
          </Link>
        </>
      }
    >
      <div className="grid gap-3">
        {status.reason ? <p>{status.reason}</p> : null}
        {editable ? (
          <CadenceForm
            action={setCadenceAction.bind(null, slug)}
            cadence={facts.cadence}
            suggestedOn={nextDay(today, 'weekly')}
          />
        ) : (
          <DefinitionList
            facts={[
              { term: 'How often', value: every ? cadenceWords[every] : 'Not settled' },
              { term: 'Next review', value: nextOn ? dayInWords(nextOn, today) : 'Not settled' },
            ]}
          />
        )}
      </div>
    </Box>
  );
}
